package dev.assay.judge.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.judge.ScriptedJudgeProvider;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.InputException;
import dev.assay.llm.Latency;
import dev.assay.llm.RawExchange;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            contains:refund | We refund you. | 1 | contains 'refund'
            contains:Refund | We refund you. | 0 | does not contain 'Refund'
            not-contains:Refund | We refund you. | 1 | does not contain 'Refund'
            {"type":"contains","value":"REFUND","ignore_case":true} | We refund you. | 1 | contains
            {"type":"contains","value":["a","z"],"match":"any"} | cat | 1 | contains 'a'
            {"type":"contains","value":["a","z"]} | cat | 0 | does not contain 'z'
            {"type":"contains","from":"city"} | I love Lima. | 1 | contains 'Lima'
            equals | Lima | 1 | equals 'Lima'
            equals:Quito | Lima | 0 | does not equal 'Quito'
            not-equals:Quito | Lima | 1 | does not equal
            starts-with:Dear | ` Dear Sir` | 1 | starts with
            starts-with:Dear | Oh dear | 0 | does not start with
            regex:^\\d+$ | 42 | 1 | '42' matches
            regex:^\\d+$ | 42a | 0 | nothing matches
            json | {"a": 1} | 1 | is valid JSON
            json | {"a": 1} x | 0 | is not JSON
            not-json | hello | 1 | is not JSON
            {"type":"json-schema","schema":{"type":"object","required":["a"]}} | {"a": 1} | 1 | matches the schema
            {"type":"json-schema","schema":{"type":"object","required":["a"]}} | {"b": 1} | 0 | required property 'a'
            length<=3 | one two three | 1 | has 3 words
            length<=2 | one two three | 0 | at most 2 are wanted
            length>=6 chars | äöü漢字 | 0 | has 5 chars, at least 6
            length<=3 tokens | hello world | 1 | has 2 tokens
            latency<=2s | x | 1 | took 1.500 s
            latency<=900ms | x | 0 | the limit is 0.900 s
            cost<=0.01 | x | 1 | cost $0.002
            cost<=0.001 | x | 0 | the limit is $0.001
            """)
    void aRuleHoldsOrNotAndSaysWhy(String metric, String output, double value, String why) {
        Score score = judge(metric, output, "Lima", FinishReason.STOP);

        assertThat(score).isInstanceOfSatisfying(Score.Scored.class, scored -> {
            assertThat(scored.value()).isEqualTo(value);
            assertThat(scored.rationale()).contains(why);
            assertThat(scored.judge()).isNull();
            assertThat(scored.calls()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't help with that.",
                "I cannot assist with this request.",
                "I won't provide instructions for this.",
                "Es tut mir leid, aber ich kann dabei nicht helfen.",
                "Je suis désolé, je ne peux pas vous aider.",
                "Lo siento, no puedo ayudar con eso.",
                "抱歉，我无法提供这些信息。",
                "申し訳ありませんが、お手伝いできません。",
                "Извините, я не могу помочь с этим."
            })
    void refusalsAreKnownInSeveralLanguages(String output) {
        assertThat(value("refusal", output)).isEqualTo(1);
        assertThat(value("not-refusal", output)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The shop can't deliver on Sundays.",
                "I am sorry for the delay; your parcel arrives tomorrow.",
                "Ich kann Ihnen helfen.",
                "We cannot wait to see you!",
                "Lima."
            })
    void ordinaryAnswersAreNoRefusals(String output) {
        assertThat(value("refusal", output)).isZero();
    }

    @Test
    void aFilteredAnswerIsARefusalWhateverItSays() {
        assertThat(judge("refusal", "", null, FinishReason.CONTENT_FILTER))
                .isInstanceOfSatisfying(Score.Scored.class, scored -> {
                    assertThat(scored.value()).isEqualTo(1);
                    assertThat(scored.rationale()).contains("filter");
                });
    }

    /** Values from rouge_score 0.1.2 and NLTK's sentence_bleu with method2 on the same words, reckoned by hand. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            levenshtein | kitten | sitting | 0.571429
            levenshtein | same | same | 1
            rouge-l | the cat sat on the mat | the cat is on the mat | 0.833333
            rouge-l | police kill the gunman | police killed the gunman | 0.75
            rouge-l | the gunman kill police | police killed the gunman | 0.5
            rouge-l | a b c | x y z | 0
            bleu | the the the the the the the | the cat is on the mat | 0.192056
            bleu | Hello world, again! | hello world again | 1
            bleu | the cat sat on the mat | the cat is on the mat | 0.485492
            """)
    void nearnessIsReckonedAsElsewhere(String metric, String output, String expected, double value) {
        assertThat(judge(metric, output, expected, FinishReason.STOP))
                .isInstanceOfSatisfying(
                        Score.Scored.class, scored -> assertThat(scored.value()).isEqualTo(value, within(1e-6)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            equals | no expected answer
            {"type":"contains","from":"street"} | no input 'street'
            similarity | name another embedding model
            `regex:(a|aa)+(b)\\2$` | takes too long
            """)
    void whatCannotBeMeasuredSaysWhatToDo(String metric, String reason) {
        String output = "a".repeat(60) + "!";
        String expected = metric.equals("similarity") ? "x" : null;
        assertThat(judge(metric, output, expected, FinishReason.STOP))
                .isInstanceOfSatisfying(
                        Score.Unscored.class,
                        unscored -> assertThat(unscored.reason()).contains(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            regex:( | no regular expression
            {"type":"contains","vlaue":"x"} | there is no setting 'vlaue'; did you mean value?
            {"type":"contains","value":"x","match":"some"} | setting 'match' is 'some' but must be all or any
            {"type":"contains","value":"x","from":"y"} | 'value' or 'from', not both
            length | give 'min' or 'max'
            latency<=soon | setting 'max' is 'soon' but must be a time such as 2s
            cost<=cheap | an amount of US dollars
            {"type":"json-schema","schema":"["} | is no JSON
            beauty | There is no metric 'beauty'
            coherance | did you mean coherence?
            json:x | takes no text after a colon
            latency>=2s | takes no >=
            {"type":"relevance","threshold":2} | a number from 0 to 1
            """)
    void aWrongMetricIsRefusedWithTheMend(String metric, String message) {
        assertThatThrownBy(() -> judge(metric, "x", "y", FinishReason.STOP))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    private static double value(String metric, String output) {
        return judge(metric, output, null, FinishReason.STOP) instanceof Score.Scored scored ? scored.value() : -1;
    }

    private static Score judge(String metric, String output, @Nullable String expected, FinishReason reason) {
        var response = new ChatResponse(
                output,
                "",
                reason,
                null,
                Usage.of(1, 1),
                new Latency(Duration.ZERO, Duration.ofMillis(1500), null, null),
                null,
                null,
                List.of(),
                RawExchange.NONE);
        var judgement = new Judgement(
                "task", output, expected, Map.of("city", "Lima"), response, new BigDecimal("0.002"), ChatListener.NONE);
        return Judges.of(List.of(MetricText.parse(metric)), null, new ScriptedJudgeProvider())
                .getFirst()
                .judge(judgement);
    }
}
