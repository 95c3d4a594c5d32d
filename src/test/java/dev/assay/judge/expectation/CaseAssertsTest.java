package dev.assay.judge.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.llm.ChatListener;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseAssertsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contains         | b            | a b c    | 1
            contains         | B            | a b c    | 0
            icontains        | B            | a b c    | 1
            not-icontains    | B            | a b c    | 0
            contains-any     | 'x, b'       | a b c    | 1
            contains-all     | 'x, b'       | a b c    | 0
            icontains-all    | 'A,b'        | a b c    | 1
            equals           | Lima         | Lima     | 1
            contains         | '{{ city }}' | in Lima  | 1
            starts-with      | in           | in Lima  | 1
            regex            | 'L.m'        | in Lima  | 1
            not-regex        | 'L.m'        | in Lima  | 0
            """)
    void anAssertOfACaseHoldsAsInPromptfoo(String type, String value, String output, int expected) {
        Score score = judge(List.of(Map.of("type", type, "value", value)), null, output);

        assertThat(score)
                .isInstanceOfSatisfying(
                        Score.Scored.class, scored -> assertThat(scored.value()).isEqualTo(expected));
    }

    @Test
    void oneThatDoesNotHoldFailsTheCaseAndIsNamed() {
        Score score = judge(
                List.of(Map.of("type", "is-json"), Map.of("type", "contains", "value", "zebra")), null, "{\"a\": 1}");

        assertThat(score).isInstanceOfSatisfying(Score.Scored.class, scored -> {
            assertThat(scored.value()).isZero();
            assertThat(scored.points()).isEqualTo(0.5);
            assertThat(scored.rationale()).contains("1 of 2 asserts hold", "contains: does not contain 'zebra'");
        });
    }

    @Test
    void aThresholdOfTheCaseIsAShareByWeight() {
        var asserts = List.<Object>of(
                Map.of("type", "contains", "value", "a", "weight", 3), Map.of("type", "contains", "value", "zebra"));

        assertThat(value(judge(asserts, 0.75, "a"))).isEqualTo(1);
        assertThat(value(judge(asserts, 0.8, "a"))).isZero();
    }

    @Test
    void whatIsNotCheckedIsSaidAndNeverTakenForHolding() {
        Map<String, Object> program = Map.of("type", "javascript", "value", "output.length > 1");
        Map<String, Object> unknown = Map.of("type", "contains", "value", "{{nobody}}");

        assertThat(judge(List.of(program, unknown), null, "a"))
                .isInstanceOfSatisfying(
                        Score.Unscored.class,
                        unscored -> assertThat(unscored.reason()).contains("javascript, contains"));
        assertThat(judge(List.of(program, Map.of("type", "contains", "value", "a")), null, "a"))
                .isInstanceOfSatisfying(
                        Score.Scored.class,
                        scored -> assertThat(scored.rationale())
                                .contains("1 of 1 asserts hold", "not checked here: javascript"));
        assertThat(judge(List.of(), null, "a")).isInstanceOf(Score.Unscored.class);
    }

    private static double value(Score score) {
        return ((Score.Scored) score).value();
    }

    private static Score judge(List<?> asserts, @Nullable Double threshold, String output) {
        Map<String, Object> inputs = threshold == null
                ? Map.of("__assert", asserts, "city", "Lima")
                : Map.of("__assert", asserts, "city", "Lima", "__threshold", threshold);
        var judgement = new Judgement("", output, null, inputs, null, null, ChatListener.NONE);
        return new CaseAsserts("asserts").judge(judgement);
    }
}
