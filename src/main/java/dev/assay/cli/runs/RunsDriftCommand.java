package dev.assay.cli.runs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.data.ComparisonJson;
import dev.assay.experiment.drift.Drift;
import dev.assay.experiment.drift.VariantDrift;
import dev.assay.workbench.Drifts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay runs drift}: what has changed since an earlier run of the same. */
@Command(
        name = "drift",
        description = "What has changed from an earlier run to a later one of the same prompts, models and cases:"
                + " answers, scores, cost and time, each variant against itself.")
final class RunsDriftCommand implements Runnable {
    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "The later run: its id, the beginning of it, or 'latest'.")
    private String run = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "EARLIER",
            description = "The earlier run. Default: the one that RUN replays.")
    private @Nullable String earlier;

    RunsDriftCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Drift drift = Drifts.between(workbench, earlier, run);
            session.print(json(drift), lines(drift));
        }
    }

    private static List<String> lines(Drift drift) {
        var lines = new ArrayList<String>();
        lines.add("From run " + drift.earlier().id() + " to " + drift.later().id());
        for (VariantDrift variant : drift.variants()) {
            lines.add("");
            lines.add(variant.variant().label() + "  " + variant.variant().prompt() + " on "
                    + variant.variant().model() + ": " + variant.answersSentence());
            lines.add("  " + variant.comparison().headline());
            variant.comparison().verdicts().forEach(verdict -> lines.add("  " + verdict.sentence()));
        }
        return lines;
    }

    private static ObjectNode json(Drift drift) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("earlier", drift.earlier().id());
        document.put("later", drift.later().id());
        var variants = document.putArray("variants");
        for (VariantDrift variant : drift.variants()) {
            ObjectNode comparison = ComparisonJson.of(variant.comparison());
            ObjectNode node = variants.addObject();
            node.put("label", variant.variant().label());
            node.put("prompt", variant.variant().prompt());
            node.put("model", variant.variant().model().toString());
            node.put("answers", variant.answers());
            node.put("sameAnswers", variant.same());
            node.set("then", comparison.at("/variants/0"));
            node.set("now", comparison.at("/variants/1"));
            node.set("verdicts", comparison.get("verdicts"));
        }
        return document;
    }
}
