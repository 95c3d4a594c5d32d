package dev.assay.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ui.results.Delta.Verdict;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DeltaTest {
    @Test
    void aHigherScoreIsBetter() {
        assertThat(Delta.higher(0.5, 0.71)).isEqualTo(new Delta("+0.21", Verdict.BETTER));
        assertThat(Delta.higher(0.5, 0.4)).isEqualTo(new Delta("\u22120.10", Verdict.WORSE));
        assertThat(Delta.higher(0.5, 0.501)).isEqualTo(new Delta("\u00b10.00", Verdict.SAME));
    }

    @Test
    void aLowerCostOrLatencyIsBetter() {
        assertThat(Delta.lower(new BigDecimal("0.02"), new BigDecimal("0.01")))
                .isEqualTo(new Delta("\u221250 %", Verdict.BETTER));
        assertThat(Delta.lower(100L, 230L)).isEqualTo(new Delta("+130 %", Verdict.WORSE));
        assertThat(Delta.lower(1000L, 1001L).verdict()).isEqualTo(Verdict.SAME);
    }

    @Test
    void whatIsNotKnownIsNotCompared() {
        assertThat(Delta.lower(null, 5L).text()).isEmpty();
        assertThat(Delta.lower(5L, null).text()).isEmpty();
    }
}
