package dev.assay.exchange.results.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.history.Run;
import dev.assay.history.RunOrigin;
import org.jspecify.annotations.Nullable;

/** What a run was, as JSON. */
public final class RunJson {
    private RunJson() {}

    /** The run without its variants, which a comparison lists with their figures. */
    public static ObjectNode of(Run run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", run.id());
        node.put("title", run.title());
        node.put("startedAt", text(run.startedAt()));
        node.put("finishedAt", text(run.finishedAt()));
        node.put("status", Figures.lowerCase(run.status()));
        node.put("dataset", run.dataset());
        node.put("datasetHash", run.datasetHash());
        node.put("judge", text(run.judge()));
        ArrayNode metrics = node.putArray("metrics");
        run.metrics().forEach(metrics::add);
        node.put("repeats", run.repeats());
        node.put("cases", run.cases());
        RunOrigin origin = run.origin();
        if (origin != null) {
            node.putObject("origin")
                    .put("kind", Figures.lowerCase(origin.kind()))
                    .put("run", origin.runId());
        }
        return node;
    }

    /** The run with what its variants were, for a list of runs. */
    public static ObjectNode withVariants(Run run) {
        ObjectNode node = of(run);
        ArrayNode variants = node.putArray("variants");
        run.variants()
                .forEach(variant -> variants.addObject()
                        .put("label", variant.label())
                        .put("prompt", variant.prompt())
                        .put("revision", variant.revision())
                        .put("model", variant.model().toString()));
        return node;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
