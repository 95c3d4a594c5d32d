package dev.assay.experiment.stats.sequential;

import dev.assay.experiment.stats.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What the cases so far allow to do.
 *
 * @param finding whether the answer is settled, and how
 * @param n cases so far
 * @param differing of them, those on which the variants differ
 * @param mean mean difference so far, challenger minus baseline; 0 without cases
 * @param interval always-valid interval of the mean difference; null with fewer than two cases
 */
public record SequentialDecision(
        Finding finding,
        int n,
        int differing,
        double mean,
        @Nullable Interval interval) {
    /** What is settled. */
    public enum Finding {
        SETTLED_FOR_CHALLENGER,
        SETTLED_FOR_BASELINE,
        NO_PRACTICAL_DIFFERENCE,
        GO_ON,
        TOO_FEW_CASES;

        /** Whether further cases would not change the answer. */
        public boolean isSettled() {
            return this != GO_ON && this != TOO_FEW_CASES;
        }
    }
}
