package dev.assay.experiment;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The paired t test on differences by case, and how many of them point which way.
 *
 * @param n number of pairs
 * @param wins differences above zero
 * @param ties differences of zero
 * @param losses differences below zero
 * @param mean mean difference; 0 without pairs
 * @param deviation standard deviation of the differences (n - 1); 0 with fewer than two pairs
 * @param interval the 95 % interval of the mean, or null where the differences do not vary
 * @param pValue two-sided: of the t test, or of the exact sign-flip test where the differences do not vary
 */
record PairedTest(
        int n,
        int wins,
        int ties,
        int losses,
        double mean,
        double deviation,
        @Nullable Interval interval,
        double pValue) {
    /** Averages over repeats differ in the last digits only: such scores are the same. */
    private static final double SAME = 1e-9;

    /** A confidence interval. */
    record Interval(double low, double high) {
        boolean excludesZero() {
            return low > 0 || high < 0;
        }

        boolean isWithin(double bound) {
            return low >= -bound && high <= bound;
        }
    }

    static PairedTest of(double[] differences) {
        int n = differences.length;
        int wins = (int) DoubleStream.of(differences).filter(d -> d > SAME).count();
        int losses = (int) DoubleStream.of(differences).filter(d -> d < -SAME).count();
        double mean = DoubleStream.of(differences).average().orElse(0);
        double squares =
                DoubleStream.of(differences).map(d -> (d - mean) * (d - mean)).sum();
        double deviation = n < 2 ? 0 : Math.sqrt(squares / (n - 1));
        if (deviation < SAME) {
            boolean allSame = wins == 0 && losses == 0;
            return new PairedTest(n, wins, n - wins - losses, losses, mean, 0, null, allSame ? 1 : Math.pow(2, 1 - n));
        }
        TDistribution t = TDistribution.of(n - 1);
        double error = deviation / Math.sqrt(n);
        double half = t.inverseCumulativeProbability(0.975) * error;
        return new PairedTest(
                n,
                wins,
                n - wins - losses,
                losses,
                mean,
                deviation,
                new Interval(mean - half, mean + half),
                2 * t.survivalProbability(Math.abs(mean / error)));
    }

    /** Pairs that differ. */
    int differing() {
        return wins + losses;
    }

    /**
     * How many pairs show a true difference of {@code delta} four times in five at the 5 % level:
     * {@code ((1.960 + 0.842) * deviation / delta)^2}. Planned on the difference that matters, not on the one observed.
     */
    int pairsNeeded(double delta) {
        double ratio = (1.960 + 0.842) * deviation / delta;
        return (int) Math.ceil(ratio * ratio);
    }
}
