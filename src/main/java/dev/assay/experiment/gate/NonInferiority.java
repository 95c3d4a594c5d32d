package dev.assay.experiment.gate;

import dev.assay.experiment.Verdict;
import dev.assay.experiment.Verdicts;

/** Whether a variant is shown to be not worse than the baseline by more than a margin. */
public enum NonInferiority {
    /** The 95 % interval of the difference ends above the margin, or the cases are all the same. */
    SHOWN,
    /** The interval reaches below the margin: the variant may be worse by more than that. */
    NOT_SHOWN,
    /** Too few cases, or none scored: there is no interval to judge by. */
    UNDECIDED;

    /** With fewer cases even scores that are all the same say little. */
    /** @param margin how much worse is still not worse, 0 or more on the scale 0 to 1 */
    public static NonInferiority of(Verdict verdict, double margin) {
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("A margin of " + margin + " is below 0");
        }
        Double difference = verdict.meanDifference();
        return switch (verdict.kind()) {
            case UNSCORED, TOO_FEW_CASES -> UNDECIDED;
            case IDENTICAL -> verdict.pairs() < Verdicts.MIN_PAIRS ? UNDECIDED : SHOWN;
            default -> {
                // Differences that are all the same have no interval: they are their own lower end.
                Double low = verdict.ciLow() == null ? difference : verdict.ciLow();
                yield low == null ? UNDECIDED : low >= -margin ? SHOWN : NOT_SHOWN;
            }
        };
    }
}
