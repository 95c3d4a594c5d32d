package dev.assay.experiment.wording;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.sequential.SequentialDecision;
import org.jspecify.annotations.Nullable;

/** Says whether a run may stop. */
public final class SequentialSentence {
    private SequentialSentence() {}

    /**
     * One sentence for a comparison.
     *
     * @param planned cases of the whole run
     * @param baseline label of the baseline, such as A
     * @param challenger label of the other variant
     */
    public static String of(SequentialDecision decision, int planned, String baseline, String challenger) {
        String cases = decision.n() + " of " + planned + " cases";
        String evidence = evidence(decision.interval(), baseline, challenger);
        return switch (decision.finding()) {
            case SETTLED_FOR_CHALLENGER -> "Settled after " + cases + ": " + challenger + " scores higher" + evidence;
            case SETTLED_FOR_BASELINE -> "Settled after " + cases + ": " + baseline + " scores higher" + evidence;
            case NO_PRACTICAL_DIFFERENCE -> "Settled after " + cases + ": no practical difference" + evidence;
            case GO_ON -> "Not settled after " + cases + evidence;
            case TOO_FEW_CASES -> "Too few to settle anything: " + cases + ".";
        };
    }

    private static String evidence(@Nullable Interval interval, String baseline, String challenger) {
        return interval == null
                ? "."
                : " (" + challenger + " - " + baseline + " is between " + Figures.score(interval.low()) + " and "
                        + Figures.score(interval.high()) + " however often one looks, 95%).";
    }
}
