package dev.assay.experiment.stats;

import dev.assay.llm.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The paired t test on differences by case, and how many of them point which way. Where cases share a source their
 * residuals are summed by cluster (Miller, "Adding Error Bars to Evals", 2024), with G / (G - 1) for few clusters and G
 * - 1 degrees of freedom.
 *
 * @param n number of pairs
 * @param units what varies on its own: pairs, or clusters of them
 * @param wins differences above zero
 * @param ties differences of zero
 * @param losses differences below zero
 * @param mean mean difference; 0 without pairs
 * @param deviation standard deviation of the differences (n - 1); 0 with fewer than two pairs
 * @param interval the 95 % interval of the mean, or null where the differences do not vary
 * @param pValue two-sided: of the t test, or of the exact sign-flip test where the differences do not vary
 */
public record PairedTest(
        int n,
        int units,
        int wins,
        int ties,
        int losses,
        double mean,
        double deviation,
        @Nullable Interval interval,
        double pValue) {
    /** Averages over repeats differ in the last digits only: such scores are the same. */
    private static final double SAME = 1e-9;

    /** The test on cases that have nothing to do with each other. */
    public static PairedTest of(double[] differences) {
        return of(differences, null);
    }

    /**
     * The test on cases of which some share a source.
     *
     * @param clusters by case, the name of its source; null where every case stands alone
     * @throws InputException where there are not as many names as differences
     */
    public static PairedTest of(double[] differences, @Nullable List<String> clusters) {
        if (clusters != null && clusters.size() != differences.length) {
            throw new InputException("There are " + differences.length + " cases but " + clusters.size()
                    + " clusters: give the cluster of every case");
        }
        int n = differences.length;
        int wins = (int) DoubleStream.of(differences).filter(d -> d > SAME).count();
        int losses = (int) DoubleStream.of(differences).filter(d -> d < -SAME).count();
        double mean = DoubleStream.of(differences).average().orElse(0);
        double[] residuals = DoubleStream.of(differences).map(d -> d - mean).toArray();
        double deviation = n < 2 ? 0 : Math.sqrt(squares(residuals) / (n - 1));
        double[] sums = clusters == null ? residuals : sums(residuals, clusters);
        int units = sums.length;
        if (deviation < SAME || units < 2) {
            boolean allSame = wins == 0 && losses == 0;
            double p = allSame || deviation >= SAME ? 1 : Math.pow(2, 1.0 - units);
            return new PairedTest(n, units, wins, n - wins - losses, losses, mean, deviation, null, p);
        }
        double error = Math.sqrt(squares(sums) * units / (units - 1)) / n;
        TDistribution t = TDistribution.of(units - 1);
        double half = t.inverseCumulativeProbability(0.975) * error;
        return new PairedTest(
                n,
                units,
                wins,
                n - wins - losses,
                losses,
                mean,
                deviation,
                new Interval(mean - half, mean + half),
                2 * t.survivalProbability(Math.abs(mean / error)));
    }

    /** Pairs that differ. */
    public int differing() {
        return wins + losses;
    }

    /**
     * The interval of the mean widened for several comparisons that are read together (Bonferroni): all of them hold
     * at 95 %.
     *
     * @param comparisons 1 or more
     * @return null where the differences do not vary
     */
    public @Nullable Interval interval(int comparisons) {
        if (interval == null) {
            return null;
        }
        TDistribution t = TDistribution.of(units - 1);
        double wider = t.inverseSurvivalProbability(0.025 / comparisons) / t.inverseSurvivalProbability(0.025);
        double half = (interval.high() - mean) * wider;
        return new Interval(mean - half, mean + half);
    }

    /** How many pairs show a true difference of {@code delta}; see {@link SampleSize}. */
    public int pairsNeeded(double delta) {
        return (int) Math.ceil(SampleSize.of(deviation, delta) * designEffect());
    }

    /** How many times as many pairs are needed as they share sources (Kish); 1 where each stands alone. */
    private double designEffect() {
        if (units == n || interval == null) {
            return 1;
        }
        double half = interval.high() - mean;
        double error = half / TDistribution.of(units - 1).inverseCumulativeProbability(0.975);
        double alone = deviation / Math.sqrt(n);
        return Math.max(1, error * error / (alone * alone));
    }

    private static double squares(double[] values) {
        return DoubleStream.of(values).map(value -> value * value).sum();
    }

    private static double[] sums(double[] residuals, List<String> clusters) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (int i = 0; i < residuals.length; i++) {
            sums.merge(clusters.get(i), residuals[i], Double::sum);
        }
        return sums.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
