package dev.assay.cli.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.TextTable;
import dev.assay.cli.report.TextTable.Side;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.history.metrics.PromptQuality;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.quality.QualityFinding;
import dev.assay.workbench.quality.QualityWatch;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay quality}: how well prompts do. */
@Command(
        name = "quality",
        description = {
            "How well prompts do against quality.yaml, by the newest scores of their runs; ends with 1 where one is below"
                    + " its band. The file:",
            "  quality:",
            "    - {prompt: support/reply, metric: relevance, atLeast: 0.7}",
            "    - {prompt: meeting/*, metric: coherence, atLeast: 0.6, last: 50}",
            "With a PROMPT, how well each of its texts did in its newest 500 runs, the oldest first."
        })
public final class QualityCommand implements Callable<Integer> {
    private static final int SHORT = 8;

    private final Session session;

    @Parameters(paramLabel = "PROMPT", arity = "0..1", description = "A prompt's name.")
    private @Nullable String prompt;

    @Option(names = "--metric", paramLabel = "METRIC", description = "What was judged. Default: relevance.")
    private String metric = "relevance";

    public QualityCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var workbench = session.openWorkbench()) {
            String asked = prompt;
            return asked == null ? bands(workbench) : texts(workbench, asked);
        }
    }

    private int bands(Workbench workbench) {
        List<QualityFinding> all = new QualityWatch(workbench.root(), workbench.history()).all();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode array = document.putArray("quality");
        var table = new TextTable()
                .column("prompt", Side.LEFT)
                .column("metric", Side.LEFT)
                .column("mean", Side.RIGHT)
                .column("at least", Side.RIGHT)
                .column("answers", Side.RIGHT)
                .column("", Side.LEFT);
        for (QualityFinding finding : all) {
            PromptQuality quality = finding.quality();
            array.addObject()
                    .put("prompt", quality.prompt())
                    .put("metric", finding.band().metric())
                    .put("mean", quality.mean())
                    .put("atLeast", finding.band().atLeast())
                    .put("answers", quality.answers())
                    .put("below", finding.isBelow());
            table.row(List.of(
                    quality.prompt(),
                    finding.band().metric(),
                    Figures.score(quality.mean()),
                    Figures.score(finding.band().atLeast()),
                    Long.toString(quality.answers()),
                    finding.isBelow() ? "below its band" : ""));
        }
        session.print(
                document,
                all.isEmpty()
                        ? List.of("No band is for a prompt that was scored: see assay quality --help")
                        : table.lines());
        return all.stream().anyMatch(QualityFinding::isBelow) ? ExitStatus.GATE_FAILED : ExitStatus.DONE;
    }

    private int texts(Workbench workbench, String asked) {
        List<PromptQuality> all = workbench.history().qualityOfTexts(asked, metric);
        ObjectNode document =
                JsonNodeFactory.instance.objectNode().put("prompt", asked).put("metric", metric);
        ArrayNode array = document.putArray("texts");
        var table = new TextTable()
                .column("text", Side.LEFT)
                .column("commit", Side.LEFT)
                .column("first run", Side.LEFT)
                .column(metric, Side.RIGHT)
                .column("answers", Side.RIGHT);
        for (PromptQuality quality : all) {
            String revision = quality.revision();
            array.addObject()
                    .put("text", quality.text())
                    .put("revision", revision)
                    .put("since", quality.since().toString())
                    .put("mean", quality.mean())
                    .put("answers", quality.answers());
            table.row(List.of(
                    shortened(quality.text()),
                    revision == null ? "" : shortened(revision),
                    Figures.localTime(quality.since()),
                    Figures.score(quality.mean()),
                    Long.toString(quality.answers())));
        }
        session.print(
                document,
                all.isEmpty() ? List.of("No answer of " + asked + " was scored for " + metric) : table.lines());
        return ExitStatus.DONE;
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
