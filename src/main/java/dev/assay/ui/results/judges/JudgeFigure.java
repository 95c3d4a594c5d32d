package dev.assay.ui.results.judges;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.bias.LengthBias;
import dev.assay.experiment.stats.bias.PositionBias;
import dev.assay.experiment.stats.correction.PredictionPowered;
import dev.assay.experiment.stats.raters.KrippendorffAlpha;
import dev.assay.experiment.stats.raters.PreferenceCalibration;
import dev.assay.experiment.stats.raters.Reading;
import dev.assay.experiment.stats.raters.ScoreCalibration;
import dev.assay.experiment.votes.CalibratedJudge;
import dev.assay.experiment.wording.Figures;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a judge, as a tile shows it.
 *
 * @param label what it is
 * @param value the figure, or that there is none
 * @param detail its interval, or why there is none
 * @param tone what it means
 */
record JudgeFigure(String label, String value, String detail, Tone tone) {
    /** What a figure means. */
    enum Tone {
        PLAIN,
        GOOD,
        BAD
    }

    /** All figures of a judge, always the same ones in the same order. */
    static List<JudgeFigure> of(CalibratedJudge judge) {
        ScoreCalibration scores = judge.calibration().scores();
        return List.of(
                agreement(judge.calibration().check().calibration()),
                beyondChance(
                        Messages.get("judges.kappa"),
                        scores == null ? null : scores.agreement().kappaQuadratic(),
                        scores == null ? null : scores.kappaInterval()),
                beyondChance(
                        Messages.get("judges.spearman"),
                        scores == null ? null : scores.agreement().spearman(),
                        scores == null ? null : scores.spearmanInterval()),
                position(judge.position()),
                length(judge.calibration().judgeLength(), judge.calibration().peopleLength()),
                jury(judge.jury()),
                corrected(judge));
    }

    private static JudgeFigure agreement(PreferenceCalibration votes) {
        String label = Messages.get("judges.agreement");
        Proportion agreement = votes.agreement();
        if (agreement == null) {
            return none(label, Messages.get("judges.unvoted"));
        }
        Interval interval = agreement.interval();
        return new JudgeFigure(
                label,
                Figures.percent(agreement.rate()),
                Messages.get(
                        "judges.agreement.detail",
                        Math.round(100 * interval.low()),
                        Math.round(100 * interval.high()),
                        agreement.n()),
                tone(votes.reading()));
    }

    private static JudgeFigure beyondChance(String label, @Nullable Double value, @Nullable Interval interval) {
        return value == null
                ? none(label, Messages.get("judges.cannot.tell"))
                : new JudgeFigure(label, score(value), range(interval), Tone.PLAIN);
    }

    private static JudgeFigure position(PositionBias bias) {
        String label = Messages.get("judges.position");
        Proportion inconsistency = bias.inconsistency();
        return inconsistency == null
                ? none(label, Messages.get("judges.position.none"))
                : new JudgeFigure(
                        label,
                        Figures.percent(inconsistency.rate()),
                        Messages.get("judges.position.detail", bias.pairs()),
                        bias.isUnreliable() || bias.leans() ? Tone.BAD : Tone.PLAIN);
    }

    private static JudgeFigure length(LengthBias judge, LengthBias people) {
        String label = Messages.get("judges.length");
        Double ratio = judge.winnerRatio();
        Double theirs = people.winnerRatio();
        return ratio == null
                ? none(label, Messages.get("judges.length.none"))
                : new JudgeFigure(
                        label,
                        Messages.get("judges.length.value", Figures.ratio(ratio)),
                        theirs == null
                                ? Messages.get("judges.length.alone")
                                : Messages.get("judges.length.people", Figures.ratio(theirs)),
                        judge.isWorthTelling() ? Tone.BAD : Tone.PLAIN);
    }

    private static JudgeFigure jury(@Nullable KrippendorffAlpha jury) {
        String label = Messages.get("judges.jury");
        if (jury == null) {
            return none(label, Messages.get("judges.jury.none"));
        }
        Double alpha = jury.alpha();
        return alpha == null
                ? none(label, Messages.get("judges.cannot.tell"))
                : new JudgeFigure(label, score(alpha), range(jury.interval()), tone(jury.reading()));
    }

    private static JudgeFigure corrected(CalibratedJudge judge) {
        String label = Messages.get("judges.corrected", judge.challengerLabel());
        PredictionPowered corrected = judge.calibration().check().corrected();
        if (corrected == null || !corrected.isEnough()) {
            return none(label, Messages.get("judges.corrected.few", PredictionPowered.MIN_VOTES));
        }
        Interval interval = corrected.interval();
        return new JudgeFigure(
                label,
                score(rate(corrected.mean())),
                range(interval == null ? null : new Interval(rate(interval.low()), rate(interval.high()))),
                Tone.PLAIN);
    }

    private static String score(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static double rate(double preference) {
        return Math.clamp((1 + preference) / 2, 0, 1);
    }

    private static String range(@Nullable Interval interval) {
        return interval == null
                ? Messages.get("judges.no.interval")
                : Messages.get("judges.interval", score(interval.low()), score(interval.high()));
    }

    private static Tone tone(Reading reading) {
        return switch (reading) {
            case GOOD -> Tone.GOOD;
            case POOR -> Tone.BAD;
            case FAIR, CANNOT_TELL, NOT_ENOUGH_TO_SAY -> Tone.PLAIN;
        };
    }

    private static JudgeFigure none(String label, String why) {
        return new JudgeFigure(label, Messages.get("judges.none"), why, Tone.PLAIN);
    }
}
