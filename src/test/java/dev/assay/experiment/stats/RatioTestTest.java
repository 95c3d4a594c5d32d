package dev.assay.experiment.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.llm.InputException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Expected figures are those of scipy's ttest_1samp on logarithms. */
class RatioTestTest {
    private static final double[] BASELINE = {120, 80, 200, 150, 95, 310, 60, 140, 220, 175};
    private static final double[] CHALLENGER = {260, 190, 430, 330, 240, 690, 150, 310, 520, 400};

    @Test
    void ratiosAreTestedByTheirLogarithms() {
        RatioTest test = RatioTest.of(BASELINE, CHALLENGER);

        assertThat(test.n()).isEqualTo(10);
        assertThat(test.ratio()).isCloseTo(2.297242361941431, within(1e-12));
        assertThat(test.interval().low()).isCloseTo(2.204041554539055, within(1e-12));
        assertThat(test.interval().high()).isCloseTo(2.394384288549371, within(1e-12));
        assertThat(test.pValue()).isCloseTo(6.0711022135481565e-12, within(1e-16));
        assertThat(test.differs()).isTrue();
        assertThat(RatioTest.of(CHALLENGER, BASELINE).ratio()).isCloseTo(1 / test.ratio(), within(1e-12));
    }

    @Test
    void aFixedRatioHasNoInterval() {
        RatioTest test = RatioTest.of(
                BASELINE, Arrays.stream(BASELINE).map(cost -> 2 * cost).toArray());

        assertThat(test.interval()).isNull();
        assertThat(test.ratio()).isCloseTo(2, within(1e-12));
        assertThat(test.differs()).isTrue();
        assertThat(RatioTest.of(BASELINE, BASELINE).differs()).isFalse();
    }

    @Test
    void whatTookNothingIsNoRatio() {
        assertThatThrownBy(() -> RatioTest.of(new double[] {0}, new double[] {1}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> RatioTest.of(new double[1], new double[2])).isInstanceOf(InputException.class);
    }
}
