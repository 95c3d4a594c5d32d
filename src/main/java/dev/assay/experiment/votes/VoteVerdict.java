package dev.assay.experiment.votes;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.experiment.Verdicts;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.SampleSize;
import dev.assay.experiment.stats.preference.Votes;
import dev.assay.experiment.wording.Figures;

/**
 * What votes say, by the same rule as scores: the guards of verdicts first, then the exact sign test; where test and
 * interval differ the test decides.
 *
 * @param kind the finding
 * @param sentence the finding in one sentence
 */
public record VoteVerdict(Kind kind, String sentence) {
    private static final double EVEN = 0.5;

    /**
     * The verdict.
     *
     * @param baseline label of the baseline, such as A
     * @param challenger label of the other variant
     */
    public static VoteVerdict of(Votes votes, String baseline, String challenger) {
        Kind kind = Verdicts.kind(votes);
        return new VoteVerdict(kind, sentence(kind, votes, baseline, challenger));
    }

    private static String sentence(Kind kind, Votes votes, String baseline, String challenger) {
        String counts = " " + challenger + " was preferred on " + votes.challenger() + ", " + baseline + " on "
                + votes.baseline() + ", neither on " + votes.ties() + ".";
        String start = switch (kind) {
            case UNSCORED -> "Nobody has voted on " + challenger + " and " + baseline + ".";
            case IDENTICAL -> "No vote of " + votes.n() + " prefers " + challenger + " or " + baseline + ".";
            case TOO_FEW_CASES -> tooFew(votes);
            case BETTER -> challenger + " is preferred to " + baseline + evidence(votes) + ".";
            case WORSE -> baseline + " is preferred to " + challenger + evidence(votes) + ".";
            case BETTER_BUT_SMALL ->
                challenger + " is preferred to " + baseline + evidence(votes) + ", by too little to matter.";
            case WORSE_BUT_SMALL ->
                baseline + " is preferred to " + challenger + evidence(votes) + ", by too little to matter.";
            case NO_PRACTICAL_DIFFERENCE ->
                "No practical difference between " + challenger + " and " + baseline + evidence(votes) + ".";
            case TOO_CLOSE_TO_CALL -> "Too close to call" + evidence(votes) + "." + plan(votes);
        };
        return kind == Kind.UNSCORED || kind == Kind.IDENTICAL ? start : start + counts;
    }

    private static String tooFew(Votes votes) {
        return votes.n() < Verdicts.MIN_PAIRS
                ? "Too few votes to call: " + votes.n() + " (at least " + Verdicts.MIN_PAIRS + " needed)."
                : "Too few votes to call: " + votes.decisive() + " of " + votes.n() + " prefer one (at least "
                        + Verdicts.MIN_DIFFERING + " needed).";
    }

    private static String evidence(Votes votes) {
        Interval interval = votes.winRateInterval();
        String range = interval == null
                ? ""
                : ", 95% CI " + Figures.score(interval.low()) + " to " + Figures.score(interval.high());
        return " (win rate " + Figures.score(votes.winRate()) + range + ", " + Figures.pValue(votes.pValue()) + ", n = "
                + votes.n() + " votes)";
    }

    private static String plan(Votes votes) {
        int more = SampleSize.of(votes.deviation(), Verdicts.DELTA) - votes.n();
        String rate = Figures.score(EVEN + Verdicts.DELTA);
        return more > 0
                ? " About " + more + " more votes would show a win rate of " + rate + " four times in five."
                : " As many votes as these show a win rate of " + rate + " at least four times in five.";
    }
}
