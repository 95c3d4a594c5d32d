package dev.assay.experiment.stats.raters;

/** How far two ratings are apart, squared, as Krippendorff defines it for each kind of data. */
public enum Distance {
    /** Labels: the same or not. */
    NOMINAL {
        @Override
        double squared(int one, int other, double[] values, double[] counts) {
            return one == other ? 0 : 1;
        }
    },
    /** Ranks: how many ratings lie between. */
    ORDINAL {
        @Override
        double squared(int one, int other, double[] values, double[] counts) {
            double between = -(counts[one] + counts[other]) / 2;
            for (int i = Math.min(one, other); i <= Math.max(one, other); i++) {
                between += counts[i];
            }
            return between * between;
        }
    },
    /** Numbers: their difference. */
    INTERVAL {
        @Override
        double squared(int one, int other, double[] values, double[] counts) {
            return (values[one] - values[other]) * (values[one] - values[other]);
        }
    };

    /**
     * The squared distance of two categories.
     *
     * @param values by category, in rising order
     * @param counts by category, how many pairable ratings fall on it
     */
    abstract double squared(int one, int other, double[] values, double[] counts);
}
