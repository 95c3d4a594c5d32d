package dev.assay.experiment.stats;

import dev.assay.llm.InputException;

/** How many cases a comparison takes. */
public final class SampleSize {
    private static final double Z_LEVEL = 1.960;
    private static final double Z_POWER = 0.842;

    private SampleSize() {}

    /**
     * How many pairs show a true difference of {@code delta} four times in five at the 5 % level: {@code ((1.960 +
     * 0.842) * deviation / delta)^2}. Planned on the difference that matters, not on the one observed.
     *
     * @param deviation standard deviation of the differences, 0 or more
     * @throws InputException where delta is not above 0 or the number is beyond all cases
     */
    public static int of(double deviation, double delta) {
        if (!(deviation >= 0) || !(delta > 0)) {
            throw new InputException("A standard deviation of " + deviation + " and a difference of " + delta
                    + " cannot be planned with: the first must be 0 or more, the second above 0");
        }
        double ratio = (Z_LEVEL + Z_POWER) * deviation / delta;
        double pairs = Math.ceil(ratio * ratio);
        if (pairs > Integer.MAX_VALUE) {
            throw new InputException("A difference of " + delta + " at a standard deviation of " + deviation
                    + " takes more than two thousand million cases: choose a larger difference");
        }
        return (int) pairs;
    }
}
