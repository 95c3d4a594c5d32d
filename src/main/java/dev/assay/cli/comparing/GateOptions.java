package dev.assay.cli.comparing;

import dev.assay.cli.session.PromptArgument;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.gate.Baseline;
import dev.assay.experiment.gate.BaselineOfEarlierRun;
import dev.assay.experiment.gate.BaselineOfThisRun;
import dev.assay.experiment.gate.Candidate;
import dev.assay.experiment.gate.Gate;
import dev.assay.experiment.gate.NotWorse;
import dev.assay.experiment.gate.ScoreFloor;
import dev.assay.llm.InputException;
import dev.assay.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a comparison must keep for the exit status to be 0. */
final class GateOptions {
    private static final String FIGURE = "(0(\\.[0-9]+)?|1(\\.0+)?|\\.[0-9]+)";

    @Option(
            names = "--fail-under",
            paramLabel = "METRIC=X",
            description = "Exit status 1 where any variant's mean is below X (0 to 1). May be given many times.")
    private List<String> floors = List.of();

    @Option(
            names = "--fail-if-worse-than",
            paramLabel = "BASELINE",
            description =
                    "Exit status 1 where a variant is worse than the baseline: a letter (A) or prompt of this run,"
                            + " or an earlier run (its id or 'latest', with :B for its variant B).")
    private @Nullable String baseline;

    @Option(
            names = "--non-inferior",
            paramLabel = "D",
            description =
                    "With --fail-if-worse-than: exit status 1 unless the variant is shown to be at most D (0 to 1)"
                            + " worse, that is, unless the 95%% interval ends above -D.")
    private @Nullable String margin;

    @Option(
            names = "--strict",
            description = "With --fail-if-worse-than: exit status 1 also where the cases cannot tell.")
    private boolean strict;

    /** Refuses what makes no sense whatever is judged. */
    void check() {
        floors.forEach(GateOptions::limit);
        margin();
        if (baseline == null && (margin != null || strict)) {
            throw new InputException((margin != null ? "--non-inferior" : "--strict")
                    + " has no meaning without --fail-if-worse-than BASELINE");
        }
    }

    /** Refuses what makes no sense where these metrics are judged. */
    void check(List<String> metrics) {
        check();
        floors.forEach(floor -> floor(floor, metrics));
        if (baseline != null && metrics.isEmpty()) {
            throw new InputException("--fail-if-worse-than needs scores, and nothing is judged: leave --no-judge out");
        }
    }

    /** The gates of a run that is about to start, all of them known to make sense for it. */
    List<Gate> gates(Candidate run, Workbench workbench) {
        var gates = new ArrayList<Gate>();
        floors.forEach(floor -> gates.add(floor(floor, run.metrics())));
        if (baseline != null) {
            gates.add(new NotWorse(find(baseline, run, workbench), margin(), strict));
        }
        return gates;
    }

    /** Reads {@code METRIC=X}; the metric must be among those that are judged. */
    static ScoreFloor floor(String text, List<String> metrics) {
        ScoreFloor floor = limit(text);
        String metric = floor.metric();
        if (!metrics.contains(metric)) {
            throw new InputException("--fail-under names '" + metric + "', which is not judged: "
                    + (metrics.isEmpty() ? "nothing is" : "judged are " + String.join(", ", metrics)));
        }
        return floor;
    }

    private static ScoreFloor limit(String text) {
        int sign = text.lastIndexOf('=');
        String metric = text.substring(0, Math.max(sign, 0));
        String limit = text.substring(sign + 1);
        if (metric.isEmpty() || !limit.matches(FIGURE)) {
            throw new InputException("--fail-under is '" + text
                    + "' but must be METRIC=X with X from 0 to 1, for example relevance=0.7");
        }
        return new ScoreFloor(metric, Double.parseDouble(limit));
    }

    private @Nullable Double margin() {
        String text = margin;
        if (text != null && !text.matches(FIGURE)) {
            throw new InputException("--non-inferior is '" + text + "' but must be from 0 to 1, for example 0.05");
        }
        return text == null ? null : Double.valueOf(text);
    }

    private static Baseline find(String name, Candidate run, Workbench workbench) {
        String asPrompt = name.contains("@") || name.contains("/")
                ? PromptArgument.parse(name).toString()
                : name;
        Optional<Baseline> here = BaselineOfThisRun.find(asPrompt, run);
        if (here.isPresent()) {
            return here.get();
        }
        int colon = name.lastIndexOf(':');
        String id = colon < 0 ? name : name.substring(0, colon);
        return BaselineOfEarlierRun.find(id, earlier(id, workbench), colon < 0 ? null : name.substring(colon + 1), run);
    }

    private static Comparison earlier(String id, Workbench workbench) {
        try {
            return workbench.comparison(id);
        } catch (InputException e) {
            throw new InputException("--fail-if-worse-than: '" + id
                    + "' is neither a variant of this run nor an earlier run. " + e.getMessage());
        }
    }
}
