package dev.assay.experiment.wording;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.correction.PredictionPowered;
import org.jspecify.annotations.Nullable;

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
        Interval interval = corrected.interval();
        return !corrected.isEnough()
                ? tooFew(corrected)
                : "Corrected by your " + corrected.voted() + " votes: " + challenger + " - " + baseline + " = "
                        + Figures.score(corrected.mean()) + evidence(corrected, interval);
    }

    /**
     * The same of preferences from -1 to 1: {@code Corrected by your 30 votes: B has a win rate of 0.62 (95% CI 0.54 to
     * 0.70, n = 200 cases).}
     *
     * @param challenger label of the variant that 1 stands for
     */
    public static String winRate(PredictionPowered corrected, String challenger) {
        Interval interval = corrected.interval();
        return !corrected.isEnough()
                ? tooFew(corrected)
                : "Corrected by your " + corrected.voted() + " votes: " + challenger + " has a win rate of "
                        + Figures.score(rate(corrected.mean()))
                        + evidence(
                                corrected,
                                interval == null ? null : new Interval(rate(interval.low()), rate(interval.high())));
    }

    private static double rate(double preference) {
        return Math.clamp((1 + preference) / 2, 0, 1);
    }

    private static String tooFew(PredictionPowered corrected) {
        return "Too few votes to correct the judge by: " + corrected.voted() + " (at least "
                + PredictionPowered.MIN_VOTES + " needed).";
    }

    private static String evidence(PredictionPowered corrected, @Nullable Interval interval) {
        String range = interval == null
                ? ""
                : "95% CI " + Figures.score(interval.low()) + " to " + Figures.score(interval.high()) + ", ";
        return " (" + range + "n = " + (corrected.voted() + corrected.unvoted()) + " cases).";
    }
}
