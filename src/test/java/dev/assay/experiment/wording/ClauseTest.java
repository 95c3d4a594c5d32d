package dev.assay.experiment.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.RatioTest;
import dev.assay.experiment.stats.ranks.CrossCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTest {
    @ParameterizedTest
    @CsvSource({
        "COST, 2.3, 2.1, 2.5, costs 2.3x more (2.1 to 2.5)",
        "LATENCY, 12.4, 11.2, 13.6, takes 12x longer (11 to 14)",
        "COST, 0.45, 0.41, 0.5, costs 0.45x as much (0.41 to 0.50)",
        "TOKENS, 0.45, 0.41, 0.5, uses 0.45x as many tokens (0.41 to 0.50)",
        "LATENCY, 1.03, 0.91, 1.2, takes about as long (0.91 to 1.2)"
    })
    void aRatioIsSaidWithItsRange(RatioClause clause, double ratio, double low, double high, String words) {
        assertThat(clause.of(new RatioTest(40, ratio, new Interval(low, high), 0.01)))
                .isEqualTo(words);
    }

    @Test
    void aFixedRatioIsSaidSo() {
        assertThat(RatioClause.COST.of(new RatioTest(40, 2, null, 1e-6))).isEqualTo("costs 2.0x more on every case");
        assertThat(RatioClause.COST.of(new RatioTest(40, 1, null, 1))).isEqualTo("costs about as much");
    }

    @Test
    void theSecondOpinionIsOneSentence() {
        assertThat(CrossCheckSentence.of(new CrossCheck(0.012, 0.0004, true)))
                .isEqualTo("Ranks agree (Wilcoxon p = 0.012, sign flips p < 0.001).");
        assertThat(CrossCheckSentence.of(new CrossCheck(0.2, 0.3, false))).startsWith("Ranks disagree");
        assertThat(CrossCheckSentence.of(new CrossCheck(null, 1, true))).isEmpty();
    }
}
