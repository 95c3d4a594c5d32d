package dev.assay.judge.rubric;

import dev.assay.judge.jury.Jury;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Setting;
import java.util.List;

/** The kinds of judge that go by a rubric. */
public final class RubricTypes {
    private static final Setting CONTEXT = new Setting(
            "context",
            "the name of an input or a list",
            "The inputs of the case that the answer is to keep to. Default: all of them.");

    private RubricTypes() {}

    /** One kind each. */
    public static List<MetricType> types() {
        return List.of(
                type(Rubric.RELEVANCE), type(Rubric.COHERENCE), type(Rubric.CORRECTNESS), type(Rubric.FAITHFULNESS));
    }

    private static MetricType type(Rubric rubric) {
        MetricType type = Jury.type(
                rubric.metric(),
                rubric.definition(),
                (settings, resources) ->
                        new LlmJudge(rubric, settings.texts(CONTEXT.name()), settings.metric(), resources));
        return rubric.sees().contains(Sight.CONTEXT) ? type.with(CONTEXT) : type;
    }
}
