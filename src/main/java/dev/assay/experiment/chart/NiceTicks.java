package dev.assay.experiment.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Round figures along an axis: steps of 1, 2 or 5 times a power of ten.
 *
 * @param low the first tick, at or below the least value
 * @param step from one tick to the next, above 0
 * @param steps how many steps, 1 or more
 */
public record NiceTicks(BigDecimal low, BigDecimal step, int steps) {

    public NiceTicks {
        if (step.signum() <= 0 || steps < 1) {
            throw new IllegalArgumentException(steps + " steps of " + step + " are no axis");
        }
    }

    /**
     * The fewest ticks that cover the values with at most so many steps.
     *
     * @param low the least value
     * @param high the greatest, not below it; where both are the same the axis has room on either side
     * @param atMost steps, 2 or more
     */
    public static NiceTicks covering(double low, double high, int atMost) {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high || atMost < 2) {
            throw new IllegalArgumentException("No axis from " + low + " to " + high + " in " + atMost + " steps");
        }
        double room = high > low ? 0 : low == 0 ? 0.5 : Math.abs(low) / 2;
        BigDecimal from = BigDecimal.valueOf(low - room);
        BigDecimal to = BigDecimal.valueOf(high + room);
        int exponent = (int) Math.floor(Math.log10((high - low + 2 * room) / atMost));
        for (int power = exponent; ; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                BigDecimal first = from.divide(step, 0, RoundingMode.FLOOR);
                BigDecimal last = to.divide(step, 0, RoundingMode.CEILING);
                int steps = last.subtract(first).intValueExact();
                if (steps >= 1 && steps <= atMost) {
                    return new NiceTicks(first.multiply(step), step, steps);
                }
            }
        }
    }

    /** The last tick, at or above the greatest value. */
    public BigDecimal high() {
        return low.add(step.multiply(BigDecimal.valueOf(steps)));
    }

    /** All ticks, ascending. */
    public List<BigDecimal> values() {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> low.add(step.multiply(BigDecimal.valueOf(i))))
                .toList();
    }

    /** A tick with as many decimals as the steps need, so that all labels of the axis line up: {@code 0.50}. */
    public String label(BigDecimal tick) {
        int decimals = Math.max(
                0,
                Math.max(
                        step.stripTrailingZeros().scale(),
                        low.stripTrailingZeros().scale()));
        return tick.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** Where values of this axis lie on a stretch of the drawing. */
    public LinearScale onto(double from, double to) {
        return new LinearScale(low.doubleValue(), high().doubleValue(), from, to);
    }
}
