package dev.assay.experiment;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.preference.Votes;
import dev.assay.experiment.wording.Figures;
import org.jspecify.annotations.Nullable;

/**
 * Puts a pairwise judge's preferences into words.
 *
 * @param a label of the baseline
 * @param b label of the challenger
 * @param p the p value in words
 * @param orderSensitive comparisons in which the order of the answers decided
 * @param comparisons all of them
 * @param unit what is counted: cases, or the sources that they share
 */
record PreferenceSentence(
        String metric, String a, String b, Votes votes, String p, int orderSensitive, int comparisons, String unit) {
    /** Above this share a judge cannot tell two variants apart. */
    private static final double RELIABLE_UP_TO = 0.25;

    String of(Kind kind) {
        String start = switch (kind) {
            case UNSCORED ->
                "Nothing to compare on " + metric + ": no case was judged for both " + a + " and " + b + ".";
            case IDENTICAL -> b + " and " + a + " tie on " + metric + " on all " + votes.n() + " " + unit + ".";
            case TOO_FEW_CASES -> tooFew();
            case BETTER -> b + " is preferred to " + a + evidence() + ".";
            case WORSE -> a + " is preferred to " + b + evidence() + ".";
            case BETTER_BUT_SMALL -> b + " is preferred to " + a + evidence() + ", by too little to matter.";
            case WORSE_BUT_SMALL -> a + " is preferred to " + b + evidence() + ", by too little to matter.";
            case NO_PRACTICAL_DIFFERENCE -> "No practical difference between " + b + " and " + a + evidence() + ".";
            case TOO_CLOSE_TO_CALL -> "Too close to call between " + b + " and " + a + evidence() + ".";
        };
        return kind == Kind.UNSCORED || kind == Kind.IDENTICAL ? start + order() : start + counts() + order();
    }

    private String counts() {
        return " " + b + " wins " + votes.challenger() + ", loses " + votes.baseline() + ", ties " + votes.ties() + ".";
    }

    private String tooFew() {
        return "Too few cases to call on " + metric + ": "
                + (votes.n() < Verdicts.MIN_PAIRS
                        ? votes.n() + " compared (at least " + Verdicts.MIN_PAIRS + " needed)."
                        : votes.decisive() + " of " + votes.n() + " decided (at least " + Verdicts.MIN_DIFFERING
                                + " needed).");
    }

    private String evidence() {
        @Nullable Interval interval = votes.winRateInterval();
        String range = interval == null
                ? ""
                : ", 95% CI " + Figures.score(interval.low()) + " to " + Figures.score(interval.high());
        return " on " + metric + " (" + b + " has a win rate of " + Figures.score(votes.winRate()) + range + ", "
                + "exact sign test " + p + ", n = " + votes.n() + " " + unit + ")";
    }

    private String order() {
        if (orderSensitive == 0) {
            return "";
        }
        String said = " The order of the answers decided " + orderSensitive + " of " + comparisons + " comparisons";
        return orderSensitive > RELIABLE_UP_TO * comparisons
                ? said + ": this judge cannot tell these two apart reliably."
                : said + ", which count as ties.";
    }
}
