package dev.assay.exchange.results.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.results.SampleComparison;
import org.junit.jupiter.api.Test;

class ComparisonJsonTest {
    private final JsonNode document = ComparisonJson.of(SampleComparison.create());

    @Test
    void aVariantHasTheFieldsThatScriptsRelyOn() {
        JsonNode variant = document.at("/variants/0");

        assertThat(variant.at("/cases").asInt()).isEqualTo(1);
        assertThat(variant.at("/scored").asInt()).isEqualTo(1);
        assertThat(variant.at("/scores/relevance").asDouble()).isEqualTo(0.75);
        assertThat(variant.at("/inputTokens").asLong()).isEqualTo(1200);
        assertThat(variant.at("/outputTokens").asLong()).isEqualTo(30);
        assertThat(variant.at("/costUsd").decimalValue()).isEqualByComparingTo("0.00001");
        assertThat(variant.at("/latencyMs/p50").asLong()).isEqualTo(12);
        assertThat(variant.at("/latencyMs/p95").asLong()).isEqualTo(12_500);
    }

    @Test
    void whatIsNotKnownIsNullAndNeverZero() {
        JsonNode variant = document.at("/variants/1");

        for (String field : new String[] {"inputTokens", "outputTokens", "costUsd", "judgeCostUsd"}) {
            assertThat(variant.has(field)).describedAs(field).isTrue();
            assertThat(variant.get(field).isNull()).describedAs(field).isTrue();
        }
        assertThat(variant.at("/latencyMs/p50").isNull()).isTrue();
        assertThat(variant.at("/scores").isEmpty()).isTrue();
    }

    @Test
    void aMetricThatWasNotScoredSaysWhy() {
        JsonNode scores = document.at("/cells/0/scores");

        assertThat(scores.at("/relevance/value").asDouble()).isEqualTo(0.75);
        assertThat(scores.at("/relevance/rationale").asText()).isEqualTo("To the point.");
        assertThat(scores.at("/coherence/unscored").asText()).isEqualTo("the reply has no score");
        assertThat(scores.at("/coherence").has("value")).isFalse();
    }

    @Test
    void aFailedCellHasAnErrorAndNoOutput() {
        JsonNode cell = document.at("/cells/1");

        assertThat(cell.at("/error/type").asText()).isEqualTo("unreachable");
        assertThat(cell.at("/error/message").asText()).isEqualTo("No connection to local");
        assertThat(cell.at("/output").isNull()).isTrue();
        assertThat(cell.at("/usage/inputTokens").isNull()).isTrue();
    }

    @Test
    void casesAndRepeatsAreCountedFromOne() {
        assertThat(document.at("/cells/0/case").asInt()).isEqualTo(1);
        assertThat(document.at("/cells/0/repeat").asInt()).isEqualTo(1);
        assertThat(document.at("/cells/1/variant").asText()).isEqualTo("B");
    }

    @Test
    void aVerdictWithoutAnIntervalSaysNull() {
        assertThat(document.at("/verdicts/0/kind").asText()).isEqualTo("too_few_cases");
        assertThat(document.at("/verdicts/0/ci95").isNull()).isTrue();
        assertThat(document.at("/verdicts/0/sentence").asText()).isEqualTo("Too few cases.");
    }
}
