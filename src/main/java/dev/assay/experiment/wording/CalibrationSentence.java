package dev.assay.experiment.wording;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.raters.Reading;

/** Says how far a judge can be relied on, as far as the votes of a person tell. */
public final class CalibrationSentence {
    private CalibrationSentence() {}

    /**
     * {@code The judge agrees with you on 27 of 30 (90%, 95% CI 74 to 97%); always giving your commonest vote would
     * agree on 87%. Good enough for verdicts.}
     *
     * @param baseRate how often the person's commonest vote alone would agree
     */
    public static String of(Proportion agreement, Proportion baseRate, Reading reading) {
        return "The judge agrees with you on " + Figures.share(agreement)
                + "; always giving your commonest vote would agree on " + Figures.percent(baseRate.rate()) + ". "
                + meaning(reading);
    }

    /** The same for a badge: {@code Judge agrees with you 83% (n=41, CI 69-91%)}, or that it is not checked. */
    public static String badge(Proportion agreement, Reading reading) {
        Interval interval = agreement.interval();
        return switch (reading) {
            case NOT_ENOUGH_TO_SAY ->
                "Judge not checked: " + agreement.n() + " of " + Reading.MIN_VOTES + " votes needed";
            case CANNOT_TELL -> "Judge not checked: your votes do not vary";
            case GOOD, FAIR, POOR ->
                "Judge agrees with you " + Figures.percent(agreement.rate()) + " (n=" + agreement.n() + ", CI "
                        + Math.round(100 * interval.low()) + "-" + Figures.percent(interval.high()) + ")";
        };
    }

    /** What a reading allows. */
    public static String meaning(Reading reading) {
        return switch (reading) {
            case NOT_ENOUGH_TO_SAY -> "Not enough votes to say: at least " + Reading.MIN_VOTES + " are needed.";
            case CANNOT_TELL -> "Your votes do not vary, so they cannot tell how good the judge is.";
            case GOOD -> "Good enough for verdicts.";
            case FAIR -> "Read its verdicts with care.";
            case POOR -> "Do not use this judge for verdicts.";
        };
    }
}
