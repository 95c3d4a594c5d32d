package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariesTest {
    @Test
    void sumsMeansAndCountsOfOneVariant() {
        VariantSummary summary = new ScoredRun(1, 4, 1)
                .answered(0, 0, 0, 0.5, Usage.of(10, 5), new BigDecimal("0.001"), 100)
                .answered(0, 1, 0, 1.0, Usage.of(20, 7), new BigDecimal("0.002"), 300)
                .answered(0, 2, 0, Double.NaN, Usage.of(1, 1), new BigDecimal("0.003"), 200)
                .failed(0, 3, 0)
                .compare()
                .variants()
                .getFirst();

        assertThat(summary.cases()).isEqualTo(4);
        assertThat(summary.scored()).isEqualTo(2);
        assertThat(summary.errors()).isEqualTo(1);
        assertThat(summary.scores()).isEqualTo(Map.of("relevance", 0.75));
        assertThat(summary.inputTokens()).isEqualTo(31);
        assertThat(summary.outputTokens()).isEqualTo(13);
        assertThat(summary.costUsd()).isEqualByComparingTo("0.006");
        assertThat(summary.judgeCostUsd()).isNull();
        assertThat(summary.latencyMsP50()).isEqualTo(200.0);
        assertThat(summary.latencyMsP95()).isEqualTo(300.0);
    }

    @Test
    void oneUnknownCostOrCountMakesTheSumUnknown() {
        VariantSummary summary = new ScoredRun(1, 2, 1)
                .scored(0, 0, 0, 0.5)
                .answered(0, 1, 0, 0.5, Usage.UNKNOWN, null, 100)
                .compare()
                .variants()
                .getFirst();

        assertThat(summary.costUsd()).isNull();
        assertThat(summary.inputTokens()).isNull();
        assertThat(summary.outputTokens()).isNull();
    }

    @Test
    void repeatsAreAveragedWithinTheirCaseFirst() {
        VariantSummary summary = new ScoredRun(1, 2, 3)
                .scored(0, 0, 0, 1)
                .scored(0, 0, 1, 1)
                .scored(0, 0, 2, 1)
                .scored(0, 1, 0, 0)
                .failed(0, 1, 1)
                .failed(0, 1, 2)
                .compare()
                .variants()
                .getFirst();

        assertThat(summary.scores()).isEqualTo(Map.of("relevance", 0.5));
    }

    @Test
    void whatWasNeverReportedIsUnknown() {
        VariantSummary summary =
                new ScoredRun(1, 1, 1).failed(0, 0, 0).compare().variants().getFirst();

        assertThat(summary.scores()).isEmpty();
        assertThat(summary.inputTokens()).isNull();
        assertThat(summary.costUsd()).isNull();
        assertThat(summary.latencyMsP50()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1, 50, 1", "2, 50, 1", "3, 50, 2", "20, 95, 19", "21, 95, 20", "100, 95, 95", "5, 95, 5"})
    void percentilesAreNearestRank(int count, int percent, double expected) {
        assertThat(Summaries.nearestRank(
                        IntStream.rangeClosed(1, count).asDoubleStream().toArray(), percent))
                .isEqualTo(expected);
    }
}
