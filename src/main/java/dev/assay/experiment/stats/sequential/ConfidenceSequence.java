package dev.assay.experiment.stats.sequential;

import dev.assay.experiment.stats.Interval;
import dev.assay.llm.InputException;

/**
 * Intervals for a running mean that cover it at all times together, so that looking after every case costs nothing: the
 * asymptotic confidence sequence with a normal mixture (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas, "Time-uniform
 * central limit theory and asymptotic confidence sequences", 2021, theorem 2.2). It is at its narrowest, for its level,
 * around one number of cases, which must be fixed before the first look.
 *
 * @param alpha the chance, above 0 and below 1, that the mean is ever outside
 * @param narrowestAt the number of cases, 1 or more
 */
public record ConfidenceSequence(double alpha, int narrowestAt) {
    public ConfidenceSequence {
        if (!(alpha > 0 && alpha < 1)) {
            throw new InputException("A level of " + alpha + " is no chance of error: it must be between 0 and 1");
        }
        if (narrowestAt < 1) {
            throw new InputException("A sequence of " + narrowestAt + " cases cannot be planned: plan 1 or more");
        }
    }

    /** The variance of the mixture: {@code (-2 ln alpha + ln(-2 ln alpha + 1)) / narrowestAt}. */
    public double mixtureVariance() {
        double twice = -2 * Math.log(alpha);
        return (twice + Math.log(twice + 1)) / narrowestAt;
    }

    /**
     * The interval after {@code n} cases.
     *
     * @param n 1 or more
     * @param deviation standard deviation of what the mean is of, 0 or more
     */
    public Interval after(int n, double mean, double deviation) {
        double grown = n * mixtureVariance() + 1;
        double half = deviation * Math.sqrt(2 * grown / (n * (grown - 1)) * Math.log(Math.sqrt(grown) / alpha));
        return new Interval(mean - half, mean + half);
    }
}
