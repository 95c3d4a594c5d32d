package dev.assay.cli.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.Proportion;
import dev.assay.experiment.stats.bias.PositionBias;
import dev.assay.experiment.stats.correction.PredictionPowered;
import dev.assay.experiment.stats.raters.KrippendorffAlpha;
import dev.assay.experiment.stats.raters.PreferenceCalibration;
import dev.assay.experiment.stats.raters.ScoreCalibration;
import dev.assay.experiment.votes.CalibratedJudge;
import dev.assay.experiment.votes.Calibration;
import dev.assay.experiment.votes.JudgeSentences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One judge against the votes on two variants, as text and as a document. */
record CalibrationReport(CalibratedJudge judge) {
    private static final int MOST_ERRORS = 10;
    private static final int LONGEST_REASON = 200;

    /** The whole as lines of text. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(JudgeSentences.heading(judge) + ":");
        JudgeSentences.all(judge).forEach(sentence -> lines.add("  " + sentence));
        List<Calibration.Error> errors = judge.calibration().errors();
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
        Calibration calibration = judge.calibration();
        PreferenceCalibration votes = calibration.check().calibration();
        ScoreCalibration scores = calibration.scores();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("metric", judge.metric().name())
                .put("judge", judge.who().orElse(null))
                .put("baseline", judge.baselineLabel())
                .put("challenger", judge.challengerLabel())
                .put("votes", votes.n())
                .put("reading", Figures.lowerCase(votes.reading()));
        share(node, "agreement", votes.agreement());
        share(node, "baseRate", votes.baseRate());
        node.put("kappaQuadratic", scores == null ? null : scores.agreement().kappaQuadratic());
        interval(node, "kappaCi95", scores == null ? null : scores.kappaInterval());
        node.put("spearman", scores == null ? null : scores.agreement().spearman());
        interval(node, "spearmanCi95", scores == null ? null : scores.spearmanInterval());
        position(node);
        node.put("judgeLengthRatio", calibration.judgeLength().winnerRatio());
        node.put("peopleLengthRatio", calibration.peopleLength().winnerRatio());
        jury(node);
        corrected(node, calibration.check().corrected());
        errors(node);
        return node;
    }

    private void position(ObjectNode node) {
        PositionBias bias = judge.position();
        if (bias.pairs() == 0) {
            node.putNull("positionBias");
            return;
        }
        ObjectNode position = node.putObject("positionBias").put("pairs", bias.pairs());
        share(position, "changedMind", bias.inconsistency());
        share(position, "firstPreferred", bias.firstPreferred());
        position.put("leans", bias.leans()).put("unreliable", bias.isUnreliable());
    }

    private void jury(ObjectNode node) {
        KrippendorffAlpha jury = judge.jury();
        if (jury == null) {
            node.putNull("jury");
            return;
        }
        ObjectNode agreement = node.putObject("jury").put("alpha", jury.alpha());
        interval(agreement, "alphaCi95", jury.interval());
        agreement.put("answers", jury.answers()).put("judgements", jury.ratings());
    }

    private static void corrected(ObjectNode node, @Nullable PredictionPowered corrected) {
        node.put("correctedWinRate", corrected == null ? null : (Double) ((1 + corrected.mean()) / 2));
        Interval range = corrected == null ? null : corrected.interval();
        interval(
                node,
                "correctedWinRateCi95",
                range == null ? null : new Interval((1 + range.low()) / 2, (1 + range.high()) / 2));
        node.put("correctionReliable", corrected != null && corrected.isEnough());
    }

    private void errors(ObjectNode node) {
        var errors = node.putArray("errors");
        judge.calibration()
                .errors()
                .forEach(error -> errors.addObject()
                        .put("case", error.judged().testCase() + 1)
                        .put("people", judge.said(error.people()))
                        .put("judge", judge.said(error.judged().preference()))
                        .put("difference", error.judged().difference())
                        .put("reason", error.judged().reason()));
    }

    private String line(Calibration.Error error) {
        String reason = error.judged().reason().replaceAll("\\s+", " ");
        String brief = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON - 1) + "…" : reason;
        return "case " + (error.judged().testCase() + 1) + ": people " + judge.said(error.people()) + ", judge "
                + judge.said(error.judged().preference())
                + (brief.isEmpty() ? "" : ": " + brief);
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
