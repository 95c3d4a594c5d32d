package dev.assay.experiment.stats;

/** A confidence interval, at 95 % where nothing else is said. */
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
