package dev.assay.cli.models;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.llm.Adjustment;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.ModelId;
import dev.assay.pricing.Cost;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code assay embed}: turns texts into vectors. */
@Command(name = "embed", description = "Turns texts into vectors; with --json it prints them.")
public final class EmbedCommand implements Runnable {
    private final Session session;

    @Option(names = "--model", required = true, paramLabel = "PROVIDER/MODEL", description = "The embedding model.")
    private String model = "";

    @Option(names = "--dimensions", paramLabel = "N", description = "The length of the vectors. Default: the model's.")
    private @Nullable Integer dimensions;

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            description = "What they are for: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Purpose purpose = Purpose.unspecified;

    @Mixin
    private final TextOptions texts;

    /** The purposes as users write them. */
    enum Purpose {
        query,
        document,
        similarity,
        classification,
        clustering,
        unspecified
    }

    public EmbedCommand(Session session) {
        this.session = session;
        this.texts = new TextOptions(session);
    }

    @Override
    public void run() {
        var request = new EmbeddingRequest(
                ModelId.parse(model),
                texts.read(),
                dimensions,
                EmbeddingRequest.Purpose.valueOf(purpose.name().toUpperCase(Locale.ROOT)));
        try (var workbench = session.openWorkbench()) {
            EmbeddingResponse response = workbench.gateway().embed(request);
            Optional<Cost> cost = workbench.prices().costOf(request.model(), response.usage());
            for (Adjustment made : response.adjustments()) {
                session.terminal().note(sentence(made));
            }
            session.print(json(request, response, cost), List.of(summary(request, response, cost)));
        }
    }

    private static ObjectNode json(EmbeddingRequest request, EmbeddingResponse response, Optional<Cost> cost) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("model", request.model().toString());
        document.put("dimensions", length(response)).put("calls", response.calls());
        document.put("input_tokens", response.usage().inputTokens());
        document.put("cost_usd", cost.map(Cost::usd).orElse(null));
        document.put("milliseconds", response.latency().measured().toMillis());
        ArrayNode adjustments = document.putArray("adjustments");
        for (Adjustment made : response.adjustments()) {
            adjustments
                    .addObject()
                    .put("parameter", made.parameter())
                    .put("asked", made.asked())
                    .put("sent", made.sent())
                    .put("reason", made.reason());
        }
        ArrayNode vectors = document.putArray("vectors");
        for (float[] vector : response.vectors()) {
            ArrayNode numbers = vectors.addArray();
            for (float number : vector) {
                numbers.add(number);
            }
        }
        return document;
    }

    private static String sentence(Adjustment made) {
        return made.parameter() + ": " + (made.asked() == null ? "nothing" : made.asked()) + " asked, "
                + (made.sent() == null ? "left out" : made.sent()) + ": " + made.reason();
    }

    private static String summary(EmbeddingRequest request, EmbeddingResponse response, Optional<Cost> cost) {
        int count = response.vectors().size();
        Long tokens = response.usage().inputTokens();
        return request.model() + ": " + count + (count == 1 ? " vector" : " vectors") + " of " + length(response)
                + " numbers, " + (tokens == null ? "tokens not told" : tokens + " tokens") + ", "
                + cost.map(known -> "$" + known.usd().stripTrailingZeros().toPlainString())
                        .orElse("cost unknown") + ", "
                + response.calls() + (response.calls() == 1 ? " call" : " calls") + " in "
                + response.latency().measured().toMillis() + " ms. Print the numbers with --json";
    }

    private static int length(EmbeddingResponse response) {
        return response.vectors().isEmpty() ? 0 : response.vectors().getFirst().length;
    }
}
