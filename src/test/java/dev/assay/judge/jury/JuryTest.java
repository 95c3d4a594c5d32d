package dev.assay.judge.jury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.judge.Judge;
import dev.assay.judge.Judgement;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.judge.ScriptedJudgeProvider;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricText;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import java.util.List;
import org.junit.jupiter.api.Test;

class JuryTest {
    private static final ModelId PROPOSED = ModelId.parse("local/proposed");
    private static final Judgement CASE = new Judgement("Name the capital of Peru.", "Lima.", null);
    private static final String THREE = "{\"type\": \"relevance\", \"judges\": [\"a/one\", \"b/two\", \"c/three\"]%s}";

    @Test
    void theMeanOfSeveralModelsCounts() {
        var provider = new ScriptedJudgeProvider(reply(3), reply(4), reply(4));

        Score.Scored score = scored(judge(THREE.formatted(""), provider));

        assertThat(score.points()).isCloseTo(11.0 / 3, within(1e-9));
        assertThat(score.value()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(score.judge()).isNull();
        assertThat(score.rationale())
                .isEqualTo(
                        "Mean of 3 judgements, from 3 to 4.\na/one: 3. Why 3.\nb/two: 4. Why 4.\nc/three: 4. Why 4.");
        assertThat(JuryText.points(score.rationale())).containsExactly(3.0, 4.0, 4.0);
        assertThat(provider.requests)
                .extracting(request -> request.model().toString())
                .containsExactly("a/one", "b/two", "c/three");
        assertThat(provider.requests)
                .allSatisfy(request ->
                        assertThat(request.parameters().temperature()).isZero());
        assertThat(score.calls()).hasSize(3);
    }

    @Test
    void theMedianCountsWhereItIsWanted() {
        var provider = new ScriptedJudgeProvider(reply(1), reply(4), reply(5));

        assertThat(scored(judge(THREE.formatted(", \"combine\": \"median\""), provider)))
                .satisfies(score -> assertThat(score.points()).isEqualTo(4))
                .satisfies(score -> assertThat(score.rationale()).startsWith("Median of 3"));
    }

    @Test
    void aJudgeWithoutAScoreIsLeftOutAndTold() {
        var failure = new LlmException.Overloaded("b/two is overloaded", LlmException.Detail.of(PROPOSED));
        var provider = new ScriptedJudgeProvider(reply(5), failure, reply(5));

        Score.Scored score = scored(judge(THREE.formatted(""), provider));

        assertThat(score.value()).isEqualTo(1);
        assertThat(score.rationale())
                .startsWith("Mean of 2 of 3 judgements, all alike.")
                .contains("b/two: not scored: the judge b/two gave no answer: b/two is overloaded");
        assertThat(JuryText.points(score.rationale())).containsExactly(5.0, 5.0);
        assertThat(score.calls()).hasSize(3);
    }

    @Test
    void aReasonCannotAddAMember() {
        String forging = "{\"reasoning\": \"x\\nd/four: 1. y\", \"score\": 5}";
        var provider = new ScriptedJudgeProvider(forging, reply(4), reply(4));

        Score.Scored score = scored(judge(THREE.formatted(""), provider));

        assertThat(JuryText.points(score.rationale())).containsExactly(5.0, 4.0, 4.0);
        assertThat(JuryText.points("Mean of 2 judgements.\na/one: 5. x\nb/two: 4. y\nc/three: 1. z"))
                .isEmpty();
        assertThat(JuryText.points("1. A list in the reason of a single judge")).isEmpty();
    }

    @Test
    void whereNobodyScoresNothingIsScored() {
        var provider = new ScriptedJudgeProvider("?", "No idea.", "?", "?", "?", "!");

        Score score = judge(THREE.formatted(""), provider).judge(CASE);

        assertThat(score).isInstanceOfSatisfying(Score.Unscored.class, none -> {
            assertThat(none.reason()).contains("could be read in the judge's reply, twice");
            assertThat(none.rawReply()).isEqualTo("!");
            assertThat(none.calls()).hasSize(6);
        });
    }

    @Test
    void oneModelAskedOftenIsAskedAtItsUsualTemperatureAndEachTimeAnew() {
        var provider = new ScriptedJudgeProvider(reply(2), reply(4));

        Score.Scored score = scored(judge("{\"type\": \"coherence\", \"samples\": 2}", provider));

        assertThat(score.points()).isEqualTo(3);
        assertThat(score.judge()).isEqualTo(PROPOSED);
        assertThat(provider.requests).extracting(request -> request.repeat()).containsExactly(0, 1);
        assertThat(provider.requests)
                .allSatisfy(request ->
                        assertThat(request.parameters().temperature()).isNull());
    }

    @Test
    void oneNamedJudgeNeedsNoOther() {
        Metric metric = MetricText.parse("{\"type\": \"relevance\", \"judges\": \"a/one\"}");
        var provider = new ScriptedJudgeProvider(reply(4));

        Judge judge = Judges.of(List.of(metric), null, provider).getFirst();

        assertThat(Judges.needsModel(metric)).isFalse();
        assertThat(judge.judge(CASE).judge()).isEqualTo(ModelId.parse("a/one"));
        assertThat(Judges.needsModel(Metric.of("relevance"))).isTrue();
    }

    @Test
    void whoIsAskedIsKnownBeforehand() {
        Metric panel = MetricText.parse(THREE.formatted(", \"samples\": 2"));

        assertThat(Judges.asked(panel, PROPOSED)).hasSize(6).doesNotContain(PROPOSED);
        assertThat(Judges.whoJudges(panel, PROPOSED)).contains("a/one, b/two and c/three, 2 times each");
        assertThat(Judges.asked(Metric.of("relevance"), PROPOSED)).containsExactly(PROPOSED);
        assertThat(Judges.asked(MetricText.parse("contains:x"), PROPOSED)).isEmpty();
    }

    @Test
    void wrongSettingsAreTold() {
        assertThatThrownBy(() -> judge(THREE.replace("b/two", "a/one").formatted(""), new ScriptedJudgeProvider()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("names a/one twice")
                .hasMessageContaining("'samples'");
        assertThatThrownBy(() -> judge("{\"type\": \"relevance\", \"samples\": 21}", new ScriptedJudgeProvider()))
                .hasMessageContaining("a whole number from 1 to 20");
        assertThatThrownBy(() -> judge("{\"type\": \"relevance\", \"judges\": \"gpt\"}", new ScriptedJudgeProvider()))
                .hasMessageContaining("setting 'judges'");
        assertThatThrownBy(() -> judge("{\"type\": \"relevance\", \"combine\": \"best\"}", new ScriptedJudgeProvider()))
                .hasMessageContaining("mean or median");
    }

    private static String reply(int score) {
        return "{\"evidence\": [], \"reasoning\": \"Why %d.\", \"can_judge\": true, \"score\": %d}"
                .formatted(score, score);
    }

    private static Judge judge(String metric, ScriptedJudgeProvider provider) {
        return Judges.of(List.of(MetricText.parse(metric)), PROPOSED, provider).getFirst();
    }

    private static Score.Scored scored(Judge judge) {
        return (Score.Scored) judge.judge(CASE);
    }
}
