package dev.assay.experiment.stats.sequential;

/** Mean and spread of differences that come one by one (Welford 1962). */
final class RunningDifferences {
    private static final double SAME = 1e-9;

    /** The square of the largest difference that scores from 0 to 1 can have. */
    private static final double UNSEEN = 1;

    private int n;
    private int differing;
    private double mean;
    private double squares;

    void add(double difference) {
        n++;
        differing += Math.abs(difference) > SAME ? 1 : 0;
        double before = difference - mean;
        mean += before / n;
        squares += before * (difference - mean);
    }

    int n() {
        return n;
    }

    int differing() {
        return differing;
    }

    double mean() {
        return mean;
    }

    /**
     * The standard deviation, with one unseen case counted in that differs by the whole scale. The first cases of a
     * skewed population spread too little: where one in ten breaks badly, ten cases may show none of it, and a sequence
     * that is watched from there on would call a winner. The addition fades as 1 / n.
     */
    double cautiousDeviation() {
        return Math.sqrt((squares + UNSEEN) / (n - 1));
    }
}
