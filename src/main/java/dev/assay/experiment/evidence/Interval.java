package dev.assay.experiment.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A 95 % interval on the scale of scores. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("An interval from " + low + " to " + high);
        }
    }

    @Override
    public String toString() {
        return "95% CI " + figure(low) + " to " + figure(high);
    }

    /** Two decimals, a third where it says something. */
    static String figure(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        boolean two = rounded.stripTrailingZeros().scale() <= 2;
        return (two ? rounded.setScale(2, RoundingMode.UNNECESSARY) : rounded).toPlainString();
    }

    /** The same with its sign, also where it is plus. */
    static String signed(double value) {
        String figure = figure(value);
        return figure.startsWith("-") ? figure : "+" + figure;
    }
}
