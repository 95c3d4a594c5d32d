package dev.assay.experiment.evidence;

import org.jspecify.annotations.Nullable;

/**
 * How well a prompt did by one metric.
 *
 * @param metric its name, such as {@code relevance}
 * @param mean over the cases, 0 to 1
 * @param interval of the mean, or null where there were too few cases for one
 * @param cases how many cases were scored
 */
public record MeasuredScore(
        String metric, double mean, @Nullable Interval interval, int cases) {

    /** {@code 0.82 (95% CI 0.79 to 0.85, n=20)}. */
    @Override
    public String toString() {
        return Interval.figure(mean) + " (" + (interval == null ? "" : interval + ", ") + "n=" + cases + ")";
    }
}
