package dev.assay.experiment;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.PassFailTest;
import dev.assay.experiment.stats.preference.Votes;
import dev.assay.experiment.wording.Figures;
import dev.assay.history.Run;
import dev.assay.judge.Metric;
import dev.assay.judge.catalog.Judges;
import dev.assay.judge.catalog.MetricTypes;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Puts a verdict into words: the effect with its interval, p and number of cases, and what was left out. */
final class VerdictSentence {
    private final Run run;
    private final String a;
    private final String b;
    private final String metric;
    private final Tested tested;
    private final @Nullable Double adjustedP;
    private final int comparisons;

    /**
     * Words for one comparison.
     *
     * @param adjustedP p corrected for all comparisons, or null where none was made
     * @param comparisons how many were
     */
    VerdictSentence(Run run, Tested tested, @Nullable Double adjustedP, int comparisons) {
        this.run = run;
        this.a = run.variants().getFirst().label();
        this.b = run.variants().get(tested.challenger()).label();
        this.metric = tested.metric().name();
        this.tested = tested;
        this.adjustedP = adjustedP;
        this.comparisons = comparisons;
    }

    String of(Kind kind) {
        PairedTest test = tested.test();
        StringJoiner sentences = new StringJoiner(" ");
        sentences.add(finding(kind, test));
        String leftOut = leftOut(test, tested.scores());
        if (!leftOut.isEmpty()) {
            sentences.add(leftOut);
        }
        String repeats = run.repeats() > 1 ? ", " + run.repeats() + " repeats a case" : "";
        return sentences.add(judged() + " on these cases" + repeats + ".").toString();
    }

    private String judged() {
        Metric metric = tested.metric();
        boolean byRule = MetricTypes.find(metric.type())
                .filter(type -> !type.needsModel())
                .isPresent();
        return byRule
                ? "Measured by a rule"
                : "Judged by " + Judges.whoJudges(metric, run.judge()).orElse(String.valueOf(run.judge()));
    }

    private String finding(Kind kind, PairedTest test) {
        Votes votes = tested.votes();
        if (votes != null) {
            OrderEffect order = tested.order();
            return new PreferenceSentence(
                            metric,
                            a,
                            b,
                            votes,
                            p(test),
                            order.decided(),
                            order.comparisons(),
                            tested.sources() == null
                                    ? "cases"
                                    : "sources (each counted once, as most of its cases say)")
                    .of(kind);
        }
        return switch (kind) {
            case UNSCORED ->
                "Nothing to compare on " + metric + ": no case was scored for both " + a + " and " + b + ".";
            case IDENTICAL -> identical(test);
            case TOO_FEW_CASES -> tooFew(test) + " " + counts(test);
            case BETTER -> winner(test, "better") + evidence(test, ", ") + ". " + counts(test);
            case WORSE -> winner(test, "worse") + evidence(test, ", ") + ". " + counts(test);
            case BETTER_BUT_SMALL -> small(test, "better");
            case WORSE_BUT_SMALL -> small(test, "worse");
            case NO_PRACTICAL_DIFFERENCE -> noPracticalDifference(test);
            case TOO_CLOSE_TO_CALL -> tooClose(test);
        };
    }

    private String winner(PairedTest test, String word) {
        return b + " is " + word + " than " + a + " on " + metric + " by " + Figures.score(Math.abs(test.mean()));
    }

    private String small(PairedTest test, String word) {
        return winner(test, word) + evidence(test, ", ") + ", which is less than the " + Figures.score(Verdicts.DELTA)
                + " that matters. " + counts(test);
    }

    private String noPracticalDifference(PairedTest test) {
        Interval interval = interval();
        return "No practical difference on " + metric + ": " + b + " - " + a + " is between "
                + Figures.score(interval.low()) + " and " + Figures.score(interval.high()) + ", inside the "
                + Figures.score(Verdicts.DELTA) + " that matters (95% CI, " + p(test) + ", n = "
                + cases(test.n()) + "). " + counts(test);
    }

    private String tooClose(PairedTest test) {
        Interval interval = interval();
        int more = test.pairsNeeded(Verdicts.DELTA) - test.n();
        String delta = Figures.score(Verdicts.DELTA);
        String plan = more > 0
                ? "About " + cases(more, "more ") + " would show a difference of " + delta + " four times in five."
                : "As many cases as these show a difference of " + delta + " at least four times in five.";
        return "Too close to call on " + metric + ": " + b + " - " + a + " = " + Figures.score(test.mean())
                + " (95% CI " + Figures.score(interval.low()) + " to " + Figures.score(interval.high()) + ", "
                + p(test) + ", n = " + size(test) + "). " + counts(test) + " " + plan;
    }

    private String tooFew(PairedTest test) {
        String start = "Too few cases to call on " + metric + ": ";
        if (test.units() < Verdicts.MIN_PAIRS && test.units() < test.n()) {
            return start + size(test) + " scored for both (at least " + Verdicts.MIN_PAIRS + " sources needed).";
        }
        return test.n() < Verdicts.MIN_PAIRS
                ? start + cases(test.n()) + " scored for both (at least " + Verdicts.MIN_PAIRS + " needed)."
                : start + test.differing() + " of " + cases(test.n()) + " differ (at least " + Verdicts.MIN_DIFFERING
                        + " needed).";
    }

    /** The upper bound is the exact one for none of n: 1 - 0.05^(1/n). */
    private String identical(PairedTest test) {
        long bound = Math.round(100 * (1 - Math.pow(0.05, 1.0 / test.n())));
        return b + " and " + a + " are identical on " + metric + " on all " + cases(test.n()) + ". At most " + bound
                + "% of cases like these would differ (95%).";
    }

    private String evidence(PairedTest test, String separator) {
        Interval interval = tested.interval().orElse(null);
        String p = p(test) + separator + "n = " + size(test);
        if (interval == null) {
            return " on every case (exact sign-flip " + p + ")";
        }
        double near = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
        double far = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
        return " (95% CI " + Figures.score(near) + " to " + Figures.score(far) + separator + p + ")";
    }

    private String p(PairedTest test) {
        String p = Figures.pValue(tested.pValue());
        return adjustedP == null || comparisons < 2
                ? p
                : p + ", " + Figures.pValue(adjustedP) + " among " + comparisons + " comparisons";
    }

    private String counts(PairedTest test) {
        PassFailTest passFail = tested.passFail();
        if (passFail != null) {
            return b + " passes " + (passFail.bothPass() + passFail.fixed()) + ", " + a + " passes "
                    + (passFail.bothPass() + passFail.broken()) + ": " + b + " fixes " + passFail.fixed()
                    + " and breaks " + passFail.broken() + ".";
        }
        return b + " scored higher on " + test.wins() + ", lower on " + test.losses() + ", same on " + test.ties()
                + ".";
    }

    private String leftOut(PairedTest test, PairedScores scores) {
        int out = run.cases() - test.n();
        if (out == 0) {
            return "";
        }
        boolean lopsided =
                Math.abs(scores.baseline().total() - scores.challenger().total()) >= 3;
        String caution = out > 0.05 * run.cases() || lopsided ? "Caution: " : "";
        return caution + out + " of " + cases(run.cases()) + " left out (" + side(a, scores.baseline())
                + side(b, scores.challenger()).transform(text -> separate(scores, text)) + ").";
    }

    private static String separate(PairedScores scores, String text) {
        return scores.baseline().total() > 0 && !text.isEmpty() ? "; " + text : text;
    }

    private static String side(String label, PairedScores.Missing missing) {
        StringJoiner reasons = new StringJoiner(", ", label + ": ", "").setEmptyValue("");
        addReason(reasons, missing.failed(), "failed");
        addReason(reasons, missing.unscored(), "unscored");
        addReason(reasons, missing.notRun(), "not run");
        return reasons.toString();
    }

    private static void addReason(StringJoiner reasons, int count, String reason) {
        if (count > 0) {
            reasons.add(count + " " + reason);
        }
    }

    /** Cases that share a source are counted together, so the number of sources is what the finding rests on. */
    private String size(PairedTest test) {
        List<String> sources = tested.sources();
        return sources == null
                ? cases(test.n())
                : cases(test.n()) + " from " + Set.copyOf(sources).size() + " sources";
    }

    private static String cases(int n) {
        return cases(n, "");
    }

    private static String cases(int n, String which) {
        return n + " " + which + (n == 1 ? "case" : "cases");
    }

    private Interval interval() {
        return tested.interval()
                .orElseThrow(() -> new IllegalArgumentException("Differences that do not vary have no interval"));
    }
}
