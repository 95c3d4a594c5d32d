package dev.assay.judge.rubric;

import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.judge.jury.Jury;
import dev.assay.judge.persuasion.GuardedJudge;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Resources;
import dev.assay.judge.type.Settings;
import java.util.List;
import java.util.Optional;

/** The kinds of judge that go by a rubric. */
public final class RubricTypes {
    private static final List<Rubric> BUILT_IN =
            List.of(Rubric.RELEVANCE, Rubric.COHERENCE, Rubric.CORRECTNESS, Rubric.SAFETY);

    private RubricTypes() {}

    /** One kind each. */
    public static List<MetricType> types() {
        return List.of(type(Rubric.RELEVANCE), type(Rubric.COHERENCE), type(Rubric.CORRECTNESS));
    }

    /** The rubric that a metric is judged by; empty where none is. */
    public static Optional<Rubric> of(Metric metric) {
        if (metric.type().equals(RubricSettings.TYPE)) {
            return Optional.of(RubricSettings.read(own().settings(metric)));
        }
        return BUILT_IN.stream()
                .filter(rubric -> rubric.metric().equals(metric.type()))
                .findFirst();
    }

    /** The kind whose rubric is the user's own. */
    public static MetricType own() {
        return Jury.type(
                        RubricSettings.TYPE,
                        "A rubric of your own: description and anchors, here or as judges/NAME.yaml, then called NAME.",
                        (settings, resources) -> judge(RubricSettings.read(settings), settings, resources))
                .with(RubricSettings.SETTINGS);
    }

    private static MetricType type(Rubric rubric) {
        return Jury.type(
                rubric.metric(), rubric.definition(), (settings, resources) -> judge(rubric, settings, resources));
    }

    private static Judge judge(Rubric rubric, Settings settings, Resources resources) {
        return new GuardedJudge(
                new LlmJudge(rubric, settings.texts(RubricSettings.CONTEXT), settings.metric(), resources));
    }
}
