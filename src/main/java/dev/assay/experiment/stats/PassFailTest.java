package dev.assay.experiment.stats;

import dev.assay.llm.InputException;

/**
 * Which of two variants passes more of the same cases.
 *
 * @param bothPass cases that both pass
 * @param fixed cases that only the challenger passes
 * @param broken cases that only the baseline passes
 * @param bothFail cases that both fail
 */
public record PassFailTest(int bothPass, int fixed, int broken, int bothFail) {
    public PassFailTest {
        if (bothPass < 0 || fixed < 0 || broken < 0 || bothFail < 0) {
            throw new InputException("A number of cases is below zero");
        }
        if ((long) bothPass + fixed + broken + bothFail > Integer.MAX_VALUE) {
            throw new InputException("There are more cases than can be counted");
        }
    }

    /** Cases. */
    public int n() {
        return bothPass + fixed + broken + bothFail;
    }

    /** Cases on which the variants differ. */
    public int differing() {
        return fixed + broken;
    }

    /** The challenger's pass rate minus the baseline's, -1 to 1; 0 without cases. */
    public double difference() {
        return n() == 0 ? 0 : (double) (fixed - broken) / n();
    }

    /** McNemar's test with the mid-p value (Fagerland, Lydersen, Laake 2013), two-sided; 1 where no case differs. */
    public double pValue() {
        return SignTest.midP(fixed, broken);
    }

    /**
     * The interval of the difference by method 10 of Newcombe (1998): Wilson intervals of both rates, joined by their
     * correlation with its continuity correction.
     *
     * @throws InputException without cases
     */
    public Interval interval() {
        var challenger = new Proportion(bothPass + fixed, n());
        var baseline = new Proportion(bothPass + broken, n());
        Interval c = challenger.interval();
        Interval b = baseline.interval();
        double phi = phi();
        return new Interval(
                difference() - joined(challenger.rate() - c.low(), b.high() - baseline.rate(), phi),
                difference() + joined(c.high() - challenger.rate(), baseline.rate() - b.low(), phi));
    }

    private static double joined(double one, double other, double phi) {
        return Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
    }

    private double phi() {
        double rows = (double) (bothPass + fixed) * (broken + bothFail);
        double columns = (double) (bothPass + broken) * (fixed + bothFail);
        if (rows == 0 || columns == 0) {
            return 0;
        }
        double product = (double) bothPass * bothFail - (double) fixed * broken;
        double corrected = product > 0 ? Math.max(product - n() / 2.0, 0) : product;
        return corrected / Math.sqrt(rows) / Math.sqrt(columns);
    }
}
