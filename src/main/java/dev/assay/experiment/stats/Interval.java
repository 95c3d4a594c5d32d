package dev.assay.experiment.stats;

/** A 95 % confidence interval. */
public record Interval(double low, double high) {
    /** Whether zero is outside. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /** Whether all of it is at most {@code bound} away from zero. */
    public boolean isWithin(double bound) {
        return low >= -bound && high <= bound;
    }
}
