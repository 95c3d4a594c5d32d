package dev.assay.ui.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({"0.0031, $0.0031", "0.00314159, $0.0031", "0.1234, $0.123", "12.345, $12.35", "0, $0"})
    void moneyKeepsTheDigitsThatMatter(BigDecimal usd, String text) {
        assertThat(Figures.cost(usd)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"400, 0.4 ms", "85000, 85 ms", "1234000, 1.2 s"})
    void durationsKeepTheDigitsThatMatter(long micros, String text) {
        assertThat(Figures.duration(Duration.ofNanos(1000 * micros))).isEqualTo(text);
    }

    @Test
    void whatIsNotKnownIsNeverZero() {
        assertThat(Figures.cost(null)).isEqualTo("cost unknown");
        assertThat(Figures.duration((Double) null)).isEqualTo("unknown");
        assertThat(Figures.count(null)).isEqualTo("unknown");
    }

    @Test
    void differencesCarryTheirSign() {
        assertThat(Figures.delta(0.1)).isEqualTo("+0.10");
        assertThat(Figures.delta(-0.25)).isEqualTo("\u22120.25");
    }

    @Test
    void betterIsHigherForScoresAndLowerForCosts() {
        assertThat(Better.HIGHER.improves(0.1)).isTrue();
        assertThat(Better.LOWER.improves(0.1)).isFalse();
        assertThat(Better.LOWER.improves(-0.1)).isTrue();
        assertThat(Better.HIGHER.improves(0)).isFalse();
    }
}
