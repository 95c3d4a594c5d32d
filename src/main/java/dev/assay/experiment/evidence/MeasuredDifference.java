package dev.assay.experiment.evidence;

import org.jspecify.annotations.Nullable;

/**
 * How much better a prompt did than another text by one metric.
 *
 * @param metric its name, such as {@code relevance}
 * @param mean difference of the means over the cases scored for both, -1 to 1; more is better
 * @param interval of the difference, or null where there were too few cases for one
 * @param against the short content id of the other text
 */
public record MeasuredDifference(
        String metric, double mean, @Nullable Interval interval, String against) {

    /** The difference with its sign, such as {@code +0.05}. */
    public String figure() {
        return Interval.signed(mean);
    }

    /** {@code relevance +0.05 (95% CI 0.01 to 0.09) against 1a2b3c4}. */
    @Override
    public String toString() {
        return metric + " " + figure() + (interval == null ? "" : " (" + interval + ")") + " against " + against;
    }
}
