package dev.assay.experiment.stats;

import dev.assay.llm.InputException;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A share of cases, such as those that pass.
 *
 * @param passed how many, from 0 to {@code n}
 * @param n of how many, 1 or more
 */
public record Proportion(int passed, int n) {
    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    public Proportion {
        if (passed < 0 || n < 1 || passed > n) {
            throw new InputException(passed + " of " + n
                    + " is no share of cases: the first must be from 0 to the second, which is 1 or more");
        }
    }

    /** The share, 0 to 1. */
    public double rate() {
        return (double) passed / n;
    }

    /** The score interval of Wilson (1927), without continuity correction. */
    public Interval interval() {
        double square = Z * Z;
        double middle = (rate() + square / (2 * n)) / (1 + square / n);
        double half = Z / (1 + square / n) * Math.sqrt(rate() * (1 - rate()) / n + square / (4.0 * n * n));
        return new Interval(passed == 0 ? 0 : middle - half, passed == n ? 1 : middle + half);
    }
}
