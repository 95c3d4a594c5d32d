package dev.assay.cli.comparing;

import dev.assay.judge.Judges;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.workbench.Workbench;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is judged, and by which model. */
final class JudgeOptions {
    /** What is judged where the user does not say. */
    static final List<String> METRICS = List.of("relevance", "coherence");

    @Option(
            names = "--judge",
            paramLabel = "PROVIDER/MODEL",
            description = "The judging model. Default: the first --model; offline/thorough for an offline one.")
    private @Nullable String judge;

    @Option(
            names = "--metrics",
            split = ",",
            paramLabel = "METRIC",
            description = "What to judge: relevance, coherence, safety. Default: relevance,coherence.")
    private List<String> metrics = METRICS;

    @Option(names = "--no-judge", description = "Judge nothing.")
    private boolean unjudged;

    /**
     * What was chosen.
     *
     * @param metrics what to judge; may be empty
     * @param model who judges, or null where nothing is judged
     */
    record Choice(List<String> metrics, @Nullable ModelId model) {}

    Choice choose(List<ModelId> models) {
        if (unjudged) {
            if (judge != null) {
                throw new InputException("Give --judge or --no-judge, not both");
            }
            return new Choice(List.of(), null);
        }
        for (String metric : metrics) {
            if (!Judges.metrics().contains(metric)) {
                throw new InputException(
                        "There is no metric '" + metric + "': choose from " + String.join(", ", Judges.metrics()));
            }
        }
        return new Choice(
                metrics.stream().distinct().toList(),
                judge == null ? Workbench.defaultJudge(models) : ModelId.parse(judge));
    }
}
