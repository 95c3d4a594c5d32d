package dev.assay.cli.comparing;

import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricText;
import dev.assay.judge.catalog.NamedMetrics;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.workbench.DefaultJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is judged, and by which model. */
public final class JudgeOptions {
    /** What is judged where the user does not say. */
    static final List<String> METRICS = List.of("relevance", "coherence");

    @Option(
            names = "--judge",
            paramLabel = "PROVIDER/MODEL",
            description = "The judging model. Default: the first --model; offline/thorough for an offline one.")
    private @Nullable String judge;

    @Option(
            names = {"--metrics", "--metric"},
            paramLabel = "METRIC[,METRIC]",
            description = "What to measure, such as relevance,contains:refund,similarity>=0.8,latency<=2s; see: assay"
                    + " judge types, or the name of a judge of the workspace. Default: what assay.metrics of the prompts"
                    + " says, else relevance,coherence, unless there is --assert.")
    private List<String> metrics = List.of();

    @Option(
            names = "--assert",
            paramLabel = "METRIC",
            description = "One metric whose text may hold commas, such as 'contains:Dear Sir, dear Madam', or a JSON"
                    + " object with a type. May be given many times.")
    private List<String> assertions = List.of();

    @Option(names = "--no-judge", description = "Have no model judge.")
    private boolean unjudged;

    /**
     * What was chosen.
     *
     * @param metrics what to measure; may be empty
     * @param model who judges, or null where no model does
     */
    public record Choice(List<Metric> metrics, @Nullable ModelId model) {}

    public Choice choose(List<ModelId> models, NamedMetrics named) {
        return choice(metrics(named), DefaultJudge.of(models));
    }

    /** The same where prompts say what is measured of their answers unless these options do; they may say nothing. */
    public Choice choose(List<ModelId> models, NamedMetrics named, Supplier<List<Metric>> ofPrompts) {
        List<Metric> said = isTold() ? List.of() : ofPrompts.get();
        return said.isEmpty() ? choose(models, named) : choice(said, DefaultJudge.of(models));
    }

    /** Whether these options say what is measured, whatever prompts say. */
    boolean isTold() {
        return unjudged || !metrics.isEmpty() || !assertions.isEmpty();
    }

    /** The same for answers that were judged before: what is not told is as it was. */
    Choice chooseAgain(List<Metric> before, @Nullable ModelId judgeBefore, List<ModelId> models, NamedMetrics named) {
        return choice(
                isTold() || before.isEmpty() ? metrics(named) : before,
                judgeBefore == null ? DefaultJudge.of(models) : judgeBefore);
    }

    private Choice choice(List<Metric> chosen, ModelId proposed) {
        if (unjudged && judge != null) {
            throw new InputException("Give --judge or --no-judge, not both");
        }
        boolean needsModel = chosen.stream().anyMatch(Judges::needsModel);
        if (unjudged && needsModel) {
            throw new InputException("--no-judge leaves no model to judge "
                    + Metric.names(chosen.stream().filter(Judges::needsModel).toList()) + ": leave them out");
        }
        ModelId model = judge == null ? proposed : ModelId.parse(judge);
        return new Choice(chosen, needsModel ? model : null);
    }

    private List<Metric> metrics(NamedMetrics named) {
        var chosen = new ArrayList<Metric>();
        metrics.forEach(list -> chosen.addAll(MetricText.parseList(list, named)));
        assertions.forEach(one -> chosen.add(MetricText.parse(one, named)));
        if (metrics.isEmpty() && assertions.isEmpty() && !unjudged) {
            METRICS.forEach(name -> chosen.add(Metric.of(name)));
        }
        return chosen.stream().distinct().toList();
    }
}
