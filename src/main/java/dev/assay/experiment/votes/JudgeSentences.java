package dev.assay.experiment.votes;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.bias.LengthBias;
import dev.assay.experiment.stats.correction.PredictionPowered;
import dev.assay.experiment.stats.raters.KrippendorffAlpha;
import dev.assay.experiment.stats.raters.PreferenceCalibration;
import dev.assay.experiment.stats.raters.ScoreCalibration;
import dev.assay.experiment.wording.BiasSentence;
import dev.assay.experiment.wording.CalibrationSentence;
import dev.assay.experiment.wording.CorrectionSentence;
import dev.assay.experiment.wording.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how good a judge is, in the same words wherever it is told. */
public final class JudgeSentences {
    private JudgeSentences() {}

    /** {@code B against A on relevance, judged by openai/gpt-4.1}. */
    public static String heading(CalibratedJudge judge) {
        return judge.challengerLabel() + " against " + judge.baselineLabel() + " on "
                + judge.metric().name()
                + judge.who().map(who -> ", judged by " + who).orElse("");
    }

    /** How far it can be relied on. */
    public static String reliance(CalibratedJudge judge) {
        PreferenceCalibration votes = judge.calibration().check().calibration();
        Proportion agreement = votes.agreement();
        Proportion baseRate = votes.baseRate();
        return agreement == null || baseRate == null
                ? "No case has both a vote and scores."
                : CalibrationSentence.of(agreement, baseRate, votes.reading());
    }

    /** Agreement beyond chance and of ranks; empty without votes. */
    public static String beyondChance(CalibratedJudge judge) {
        ScoreCalibration scores = judge.calibration().scores();
        return scores == null
                ? ""
                : "Weighted kappa " + figure(scores.agreement().kappaQuadratic(), scores.kappaInterval())
                        + ", Spearman " + figure(scores.agreement().spearman(), scores.spearmanInterval()) + ".";
    }

    /** What sways it besides quality, a sentence each; what is not known of it says nothing. */
    public static List<String> sways(CalibratedJudge judge) {
        Calibration calibration = judge.calibration();
        var sentences = new ArrayList<String>();
        sentences.add(BiasSentence.of(judge.position()));
        sentences.add(length(judge, "Judge: ", calibration.judgeLength()));
        sentences.add(length(judge, "People: ", calibration.peopleLength()));
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    /** What of that goes too far to rely on it. */
    public static List<String> warnings(CalibratedJudge judge) {
        LengthBias length = judge.calibration().judgeLength();
        return Stream.of(
                        judge.position().isUnreliable() || judge.position().leans()
                                ? BiasSentence.of(judge.position())
                                : "",
                        length.isWorthTelling()
                                ? BiasSentence.of(length, judge.baselineLabel(), judge.challengerLabel())
                                : "")
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    /** How far several judgements of an answer agree; empty where there is one of each. */
    public static String jury(CalibratedJudge judge) {
        KrippendorffAlpha jury = judge.jury();
        return jury == null
                ? ""
                : "Agreement within the jury: Krippendorff's alpha " + figure(jury.alpha(), jury.interval()) + " on "
                        + jury.answers() + " answers.";
    }

    /** The verdict as the votes correct it; empty with fewer than two votes. */
    public static String corrected(CalibratedJudge judge) {
        PredictionPowered corrected = judge.calibration().check().corrected();
        return corrected == null ? "" : CorrectionSentence.winRate(corrected, judge.challengerLabel());
    }

    /** All of it but where it errs, a sentence each. */
    public static List<String> all(CalibratedJudge judge) {
        return Stream.of(
                        Stream.of(reliance(judge), beyondChance(judge)),
                        sways(judge).stream(),
                        Stream.of(jury(judge), corrected(judge)))
                .flatMap(sentences -> sentences)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String length(CalibratedJudge judge, String who, LengthBias bias) {
        String sentence = BiasSentence.of(bias, judge.baselineLabel(), judge.challengerLabel());
        return sentence.isEmpty() ? "" : who + sentence;
    }

    private static String figure(@Nullable Double value, @Nullable Interval interval) {
        if (value == null) {
            return "cannot be told";
        }
        return Figures.score(value)
                + (interval == null
                        ? ""
                        : " (95% CI " + Figures.score(interval.low()) + " to " + Figures.score(interval.high()) + ")");
    }
}
