package dev.assay.experiment.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NiceTicksTest {

    private static List<String> labels(double low, double high, int atMost) {
        NiceTicks ticks = NiceTicks.covering(low, high, atMost);
        return ticks.values().stream().map(ticks::label).toList();
    }

    @Test
    void stepsAreRoundAndLabelsLineUp() {
        assertThat(labels(0, 1, 5)).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(0, 0.00137, 4)).containsExactly("0.0000", "0.0005", "0.0010", "0.0015");
        assertThat(labels(3, 47, 5)).containsExactly("0", "10", "20", "30", "40", "50");
        assertThat(labels(-0.12, 0.31, 5)).containsExactly("-0.2", "0.0", "0.2", "0.4");
        assertThat(labels(0, 5000, 5)).containsExactly("0", "1000", "2000", "3000", "4000", "5000");
    }

    @Test
    void aSingleValueHasRoomOnBothSides() {
        assertThat(labels(0.4, 0.4, 4)).containsExactly("0.2", "0.4", "0.6", "0.8");
        NiceTicks zero = NiceTicks.covering(0, 0, 4);
        assertThat(zero.low().signum()).isNegative();
        assertThat(zero.high().signum()).isPositive();
    }

    @Test
    void everyAxisCoversItsValuesInNoMoreStepsThanAsked() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
            double high = low + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(12) - 6);
            NiceTicks ticks = NiceTicks.covering(low, high, 6);
            assertThat(ticks.low()).isLessThanOrEqualTo(BigDecimal.valueOf(low));
            assertThat(ticks.high()).isGreaterThanOrEqualTo(BigDecimal.valueOf(high));
            assertThat(ticks.steps()).isBetween(1, 6);
        }
    }

    @Test
    void whatIsNoStretchIsRefused() {
        assertThatThrownBy(() -> NiceTicks.covering(1, 0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NiceTicks.covering(0, Double.NaN, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScaleMayRunBackwardsAndKeepsWhatLiesOutsideAtItsEnds() {
        LinearScale y = NiceTicks.covering(0, 1, 5).onto(200, 0);
        assertThat(y.at(0.25)).isEqualTo(150);
        assertThat(y.at(1.5)).isEqualTo(-100);
        assertThat(y.within(1.5)).isEqualTo(0);
    }
}
