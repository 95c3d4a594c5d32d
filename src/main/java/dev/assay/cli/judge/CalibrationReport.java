package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.bias.LengthBias;
import dev.assay.experiment.stats.correction.PredictionPowered;
import dev.assay.experiment.stats.raters.Preference;
import dev.assay.experiment.stats.raters.PreferenceCalibration;
import dev.assay.experiment.stats.raters.ScoreCalibration;
import dev.assay.experiment.votes.Calibration;
import dev.assay.experiment.wording.BiasSentence;
import dev.assay.experiment.wording.CalibrationSentence;
import dev.assay.experiment.wording.CorrectionSentence;
import dev.assay.history.Run;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One judge against the votes on two variants.
 *
 * @param baseline index of one variant
 * @param challenger index of the other
 */
record CalibrationReport(Run run, Metric metric, int baseline, int challenger, Calibration calibration) {
    private static final int MOST_ERRORS = 10;
    private static final int LONGEST_REASON = 200;

    /** The whole as lines of text. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        String who = Judges.whoJudges(metric, run.judge())
                .map(judge -> ", judged by " + judge)
                .orElse("");
        lines.add(label(challenger) + " against " + label(baseline) + " on " + metric.name() + who + ":");
        PreferenceCalibration votes = calibration.check().calibration();
        Proportion agreement = votes.agreement();
        Proportion baseRate = votes.baseRate();
        ScoreCalibration scores = calibration.scores();
        if (agreement == null || baseRate == null || scores == null) {
            lines.add("  No case has both a vote and scores.");
            return lines;
        }
        lines.add("  " + CalibrationSentence.of(agreement, baseRate, votes.reading()));
        lines.add("  Weighted kappa " + figure(scores.agreement().kappaQuadratic(), scores.kappaInterval())
                + ", Spearman " + figure(scores.agreement().spearman(), scores.spearmanInterval()) + ".");
        addLength(lines, "Judge: ", calibration.judgeLength());
        addLength(lines, "People: ", calibration.peopleLength());
        PredictionPowered corrected = calibration.check().corrected();
        if (corrected != null) {
            lines.add("  " + CorrectionSentence.winRate(corrected, label(challenger)));
        }
        List<Calibration.Error> errors = calibration.errors();
        if (!errors.isEmpty()) {
            lines.add("  It errs on " + errors.size() + ":");
        }
        errors.stream().limit(MOST_ERRORS).forEach(error -> lines.add("    " + line(error)));
        if (errors.size() > MOST_ERRORS) {
            lines.add("    and " + (errors.size() - MOST_ERRORS) + " more; all are in --json");
        }
        return lines;
    }

    /** The same as a document; what is not known is null. */
    ObjectNode json() {
        PreferenceCalibration votes = calibration.check().calibration();
        ScoreCalibration scores = calibration.scores();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("metric", metric.name())
                .put("judge", Judges.whoJudges(metric, run.judge()).orElse(null))
                .put("baseline", label(baseline))
                .put("challenger", label(challenger))
                .put("votes", votes.n())
                .put("reading", Figures.lowerCase(votes.reading()));
        share(node, "agreement", votes.agreement());
        share(node, "baseRate", votes.baseRate());
        node.put("kappaQuadratic", scores == null ? null : scores.agreement().kappaQuadratic());
        interval(node, "kappaCi95", scores == null ? null : scores.kappaInterval());
        node.put("spearman", scores == null ? null : scores.agreement().spearman());
        interval(node, "spearmanCi95", scores == null ? null : scores.spearmanInterval());
        node.put("judgeLengthRatio", calibration.judgeLength().winnerRatio());
        node.put("peopleLengthRatio", calibration.peopleLength().winnerRatio());
        PredictionPowered corrected = calibration.check().corrected();
        node.put("correctedWinRate", corrected == null ? null : (Double) ((1 + corrected.mean()) / 2));
        Interval range = corrected == null ? null : corrected.interval();
        interval(
                node,
                "correctedWinRateCi95",
                range == null ? null : new Interval((1 + range.low()) / 2, (1 + range.high()) / 2));
        node.put("correctionReliable", corrected != null && corrected.isEnough());
        var errors = node.putArray("errors");
        calibration
                .errors()
                .forEach(error -> errors.addObject()
                        .put("case", error.judged().testCase() + 1)
                        .put("people", said(error.people()))
                        .put("judge", said(error.judged().preference()))
                        .put("difference", error.judged().difference())
                        .put("reason", error.judged().reason()));
        return node;
    }

    private void addLength(List<String> lines, String who, LengthBias bias) {
        String sentence = BiasSentence.of(bias, label(baseline), label(challenger));
        if (!sentence.isEmpty()) {
            lines.add("  " + who + sentence);
        }
    }

    private String line(Calibration.Error error) {
        String reason = error.judged().reason().replaceAll("\\s+", " ");
        String brief = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON - 1) + "…" : reason;
        return "case " + (error.judged().testCase() + 1) + ": people " + said(error.people()) + ", judge "
                + said(error.judged().preference())
                + (brief.isEmpty() ? "" : ": " + brief);
    }

    private String said(Preference preference) {
        return switch (preference) {
            case BASELINE -> label(baseline);
            case TIE -> "tie";
            case CHALLENGER -> label(challenger);
        };
    }

    private String label(int variant) {
        return run.variants().get(variant).label();
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

    private static void share(ObjectNode node, String key, @Nullable Proportion share) {
        node.put(key, share == null ? null : (Double) share.rate());
        interval(node, key + "Ci95", share == null ? null : share.interval());
    }

    private static void interval(ObjectNode node, String key, @Nullable Interval interval) {
        if (interval == null) {
            node.putNull(key);
        } else {
            node.putArray(key).add(interval.low()).add(interval.high());
        }
    }
}
