package dev.assay.judge.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.assay.judge.Judge;
import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.judge.ScriptedJudgeProvider;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricText;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ModelId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceRubricsTest {
    private static final ModelId MODEL = ModelId.parse("local/judge");
    private static final String GOOD =
            "{\"evidence\": [], \"reasoning\": \"All of it.\", \"can_judge\": true, \"score\": 5}";

    private final ScriptedJudgeProvider provider = new ScriptedJudgeProvider(GOOD);

    @Test
    void correctnessIsJudgedByTheExpectedAnswer() {
        Score score = judge("correctness").judge(judgement("Peru's capital", Map.of()));

        assertThat(score).asInstanceOf(type(Score.Scored.class)).satisfies(scored -> {
            assertThat(scored.metric()).isEqualTo("correctness");
            assertThat(scored.value()).isEqualTo(1);
        });
        assertThat(asked()).contains("Metric: correctness").contains("<task-").contains("\"Peru's capital\"");
    }

    @Test
    void withoutAnExpectedAnswerCorrectnessIsNotScoredAndNobodyIsAsked() {
        assertThat(unscored(judge("correctness"), judgement(null, Map.of())))
                .isEqualTo("the case has no expected answer to judge by: add one to the dataset");
        assertThat(provider.requests).isEmpty();
    }

    @Test
    void scoresAreCalledAsTheMetricIs() {
        Judge judge = judge("{\"type\": \"correctness\", \"name\": \"right\"}");

        assertThat(judge.metric()).isEqualTo("right");
        assertThat(judge.judge(judgement("Peru's capital", Map.of())).metric()).isEqualTo("right");
        assertThat(asked()).contains("Metric: correctness");
        assertThat(judge("{\"type\": \"safety\", \"name\": \"harmless\"}").metric())
                .isEqualTo("harmless");
    }

    private Judge judge(String metric) {
        return Judges.of(List.of(MetricText.parse(metric)), MODEL, provider).getFirst();
    }

    private static Judgement judgement(@Nullable String expected, Map<String, Object> inputs) {
        return new Judgement("Task", "Lima.", expected, inputs, null, null, ChatListener.NONE);
    }

    private static String unscored(Judge judge, Judgement judgement) {
        return ((Score.Unscored) judge.judge(judgement)).reason();
    }

    private String asked() {
        var text = new StringBuilder();
        provider.requests
                .getFirst()
                .messages()
                .forEach(message -> text.append(message.text()).append('\n'));
        return text.toString();
    }
}
