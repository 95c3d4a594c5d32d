package dev.assay.experiment.stats.raters;

import dev.assay.experiment.stats.Interval;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Percentile intervals (Efron 1979) of statistics that have no formula. The seed is fixed: the same votes show the same
 * interval at every look.
 */
public final class Bootstrap {
    private static final int DRAWS = 2000;
    private static final long SEED = 20261126;

    /** With fewer draws that say anything the ends would be those of a luckier set of votes. */
    private static final double ENOUGH = 0.9;

    private Bootstrap() {}

    /**
     * The 95 % interval of a statistic over {@code n} units.
     *
     * @param statistic of the units drawn, by index and with repetition; null where a draw says nothing
     * @return null with fewer than two units, or where many draws say nothing
     */
    public static @Nullable Interval interval(int n, Function<int[], @Nullable Double> statistic) {
        if (n < 2) {
            return null;
        }
        var random = new SplittableRandom(SEED);
        double[] sorted = Stream.generate(() -> random.ints(n, 0, n).toArray())
                .limit(DRAWS)
                .map(statistic)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted.length < ENOUGH * DRAWS ? null : new Interval(quantile(sorted, 0.025), quantile(sorted, 0.975));
    }

    /** The values at the drawn indices. */
    static double[] pick(double[] values, int[] draw) {
        return Arrays.stream(draw).mapToDouble(i -> values[i]).toArray();
    }

    /** Linear between order statistics (type 7 of Hyndman and Fan). */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
