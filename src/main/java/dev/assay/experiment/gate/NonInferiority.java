package dev.assay.experiment.gate;

import dev.assay.experiment.Verdict;
import dev.assay.experiment.Verdicts;
import org.jspecify.annotations.Nullable;

/** Whether a variant is shown to be not worse than the baseline by more than a margin. */
public enum NonInferiority {
    /** The 95 % interval of the difference ends above the margin, or the cases are all the same. */
    SHOWN,
    /** The interval reaches below the margin: the variant may be worse by more than that. */
    NOT_SHOWN,
    /** Too few cases, or none scored: there is no interval to judge by. */
    UNDECIDED;

    /** @param margin how much worse is still not worse, 0 or more on the scale 0 to 1 */
    public static NonInferiority of(Verdict verdict, double margin) {
        return of(verdict.kind(), verdict.pairs(), verdict.meanDifference(), verdict.ciLow(), margin);
    }

    /**
     * The same of what was found outside of a run.
     *
     * @param pairs cases scored for both
     * @param difference mean over them, or null without any
     * @param low lower end of its interval, or null where it has none
     */
    public static NonInferiority of(
            Verdict.Kind kind, int pairs, @Nullable Double difference, @Nullable Double low, double margin) {
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("A margin of " + margin + " is below 0");
        }
        return switch (kind) {
            case UNSCORED, TOO_FEW_CASES -> UNDECIDED;
            // With fewer cases even scores that are all the same say little.
            case IDENTICAL -> pairs < Verdicts.MIN_PAIRS ? UNDECIDED : SHOWN;
            default -> {
                // Differences that are all the same have no interval: they are their own lower end.
                Double least = low == null ? difference : low;
                yield least == null ? UNDECIDED : least >= -margin ? SHOWN : NOT_SHOWN;
            }
        };
    }
}
