package dev.assay.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What the cases say of one variant against the baseline by one metric.
 *
 * @param kind the finding
 * @param metric what was judged
 * @param baseline label of the baseline, such as A
 * @param challenger label of the variant compared with it, such as B
 * @param pairs cases scored for both
 * @param challengerWins cases on which the challenger scored higher
 * @param ties cases on which both scored the same
 * @param baselineWins cases on which the baseline scored higher
 * @param meanDifference challenger minus baseline, mean over cases on the scale 0 to 1, or null without pairs
 * @param ciLow lower end of the 95 % interval of the mean difference, or null where it is not computed
 * @param ciHigh upper end, or null
 * @param pValue of the paired t test, or of the exact sign-flip test where every difference is the same; null where none was made
 * @param adjustedP the same, corrected by Holm for all comparisons of the run; null where none was made
 * @param sentence the finding in one sentence for the user
 */
public record Verdict(
        Kind kind,
        String metric,
        String baseline,
        String challenger,
        int pairs,
        int challengerWins,
        int ties,
        int baselineWins,
        @Nullable Double meanDifference,
        @Nullable Double ciLow,
        @Nullable Double ciHigh,
        @Nullable Double pValue,
        @Nullable Double adjustedP,
        String sentence) {

    /** The finding. */
    public enum Kind {
        BETTER,
        WORSE,
        BETTER_BUT_SMALL,
        WORSE_BUT_SMALL,
        NO_PRACTICAL_DIFFERENCE,
        TOO_CLOSE_TO_CALL,
        TOO_FEW_CASES,
        IDENTICAL,
        UNSCORED
    }
}
