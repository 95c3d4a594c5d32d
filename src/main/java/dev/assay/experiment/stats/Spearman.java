package dev.assay.experiment.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The rank correlation of Spearman (1904), with average ranks for ties. */
public final class Spearman {
    private static final double SAME = 1e-9;

    private Spearman() {}

    /**
     * The correlation, -1 to 1.
     *
     * @param x one side, of any length
     * @param y as many of the other side
     * @return null where either side does not vary
     */
    public static @Nullable Double of(double[] x, double[] y) {
        return pearson(averageRanks(x), averageRanks(y));
    }

    private static @Nullable Double pearson(double[] x, double[] y) {
        double xMean = mean(x);
        double yMean = mean(y);
        double product = 0;
        double xSquares = 0;
        double ySquares = 0;
        for (int i = 0; i < x.length; i++) {
            product += (x[i] - xMean) * (y[i] - yMean);
            xSquares += (x[i] - xMean) * (x[i] - xMean);
            ySquares += (y[i] - yMean) * (y[i] - yMean);
        }
        double spread = Math.sqrt(xSquares * ySquares);
        return spread < SAME ? null : Double.valueOf(Math.clamp(product / spread, -1, 1));
    }

    /** Ranks from 1, equal values sharing the mean of theirs. */
    public static double[] averageRanks(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return DoubleStream.of(values)
                .map(value -> (below(sorted, value) + below(sorted, Math.nextUp(value)) + 1) / 2.0)
                .toArray();
    }

    /** How many of the sorted values are below one. */
    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
