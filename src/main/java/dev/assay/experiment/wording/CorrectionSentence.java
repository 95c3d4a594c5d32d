package dev.assay.experiment.wording;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.correction.PredictionPowered;

/** Says what the judge's difference is once votes have corrected it. */
public final class CorrectionSentence {
    private CorrectionSentence() {}

    /**
     * {@code Corrected by your 30 votes: B - A = 0.06 (95% CI 0.01 to 0.11, n = 200 cases).}
     *
     * @param baseline label of the baseline, such as A
     * @param challenger label of the other variant
     */
    public static String of(PredictionPowered corrected, String baseline, String challenger) {
        if (!corrected.isEnough()) {
            return "Too few votes to correct the judge by: " + corrected.voted() + " (at least "
                    + PredictionPowered.MIN_VOTES + " needed).";
        }
        Interval interval = corrected.interval();
        String range = interval == null
                ? ""
                : "95% CI " + Figures.score(interval.low()) + " to " + Figures.score(interval.high()) + ", ";
        return "Corrected by your " + corrected.voted() + " votes: " + challenger + " - " + baseline + " = "
                + Figures.score(corrected.mean()) + " (" + range + "n = " + (corrected.voted() + corrected.unvoted())
                + " cases).";
    }
}
