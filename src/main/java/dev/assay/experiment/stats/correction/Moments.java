package dev.assay.experiment.stats.correction;

import java.util.Arrays;

/** Means and spreads of one or two series (n - 1). */
final class Moments {
    private Moments() {}

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    static double variance(double[] values) {
        return covariance(values, values);
    }

    static double covariance(double[] x, double[] y) {
        if (x.length < 2) {
            return 0;
        }
        double xMean = mean(x);
        double yMean = mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - xMean) * (y[i] - yMean);
        }
        return sum / (x.length - 1);
    }
}
