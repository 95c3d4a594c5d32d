package dev.assay.judge.rubric;

import dev.assay.judge.type.MetricType;
import java.util.List;

/** The kinds of judge that go by a rubric. */
public final class RubricTypes {
    private RubricTypes() {}

    /** One kind each. */
    public static List<MetricType> types() {
        return List.of(type(Rubric.RELEVANCE), type(Rubric.COHERENCE));
    }

    private static MetricType type(Rubric rubric) {
        return MetricType.model(
                rubric.metric(),
                rubric.definition(),
                (settings, resources) -> new LlmJudge(
                        rubric, resources.modelFor(settings.metric().name()), resources.provider()));
    }
}
