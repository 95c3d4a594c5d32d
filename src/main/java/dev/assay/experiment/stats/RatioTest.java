package dev.assay.experiment.stats;

import dev.assay.llm.InputException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many times as much one variant takes as another on the same cases, for quantities that vary by factors: latency,
 * cost, tokens. The paired t test on the differences of logarithms, so that one slow answer does not make the mean.
 *
 * @param n number of pairs
 * @param ratio geometric mean of challenger over baseline; 1 without pairs
 * @param interval its 95 % interval, or null where the ratio is the same on all cases
 * @param pValue two-sided, of the ratio being 1
 */
public record RatioTest(int n, double ratio, @Nullable Interval interval, double pValue) {
    /**
     * The test.
     *
     * @param baseline what the baseline took by case, each above 0
     * @param challenger what the challenger took on the same cases
     * @throws InputException where there are not as many on both sides, or one is not above 0
     */
    public static RatioTest of(double[] baseline, double[] challenger) {
        if (baseline.length != challenger.length) {
            throw new InputException("There are " + baseline.length + " measurements of the baseline and "
                    + challenger.length + " of the challenger: give one of both for every case");
        }
        var logs = new double[baseline.length];
        Arrays.setAll(logs, i -> log(challenger[i]) - log(baseline[i]));
        PairedTest test = PairedTest.of(logs);
        Interval interval = test.interval();
        return new RatioTest(
                test.n(),
                Math.exp(test.mean()),
                interval == null ? null : new Interval(Math.exp(interval.low()), Math.exp(interval.high())),
                test.pValue());
    }

    /** Whether the interval leaves 1 out, or the ratio is the same on all cases and not 1. */
    public boolean differs() {
        return interval == null ? pValue < 0.05 : interval.low() > 1 || interval.high() < 1;
    }

    private static double log(double measured) {
        if (!(measured > 0 && measured < Double.POSITIVE_INFINITY)) {
            throw new InputException(
                    "A measurement is " + measured + " but must be above 0: leave out cases that took nothing");
        }
        return Math.log(measured);
    }
}
