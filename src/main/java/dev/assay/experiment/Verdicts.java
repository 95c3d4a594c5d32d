package dev.assay.experiment;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.history.Cell;
import dev.assay.history.Run;
import java.util.List;

/** Calls the result of a comparison by a rule that is fixed before the run. */
final class Verdicts {
    /** The smallest difference that matters, on the scale 0 to 1. */
    static final double DELTA = 0.05;

    /** With fewer cases the t interval does not hold what it promises. */
    static final int MIN_PAIRS = 10;

    /** The fewest differing cases that an exact sign test can call. */
    static final int MIN_DIFFERING = 6;

    private Verdicts() {}

    static Verdict of(Run run, List<Cell> cells, int challenger, String metric) {
        PairedScores scores = PairedScores.of(run, cells, challenger, metric);
        PairedTest test = PairedTest.of(scores.differences());
        Kind kind = kind(test);
        boolean tested = kind != Kind.UNSCORED && kind != Kind.TOO_FEW_CASES && kind != Kind.IDENTICAL;
        PairedTest.Interval interval = tested ? test.interval() : null;
        return new Verdict(
                kind,
                metric,
                run.variants().getFirst().label(),
                run.variants().get(challenger).label(),
                test.n(),
                test.wins(),
                test.ties(),
                test.losses(),
                test.n() == 0 ? null : test.mean(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                tested ? test.pValue() : null,
                new VerdictSentence(run, challenger, metric).of(kind, test, scores));
    }

    /** The rule, in its order. */
    static Kind kind(PairedTest test) {
        if (test.n() == 0) {
            return Kind.UNSCORED;
        }
        if (test.n() < 2) {
            return Kind.TOO_FEW_CASES;
        }
        if (test.differing() == 0) {
            return Kind.IDENTICAL;
        }
        if (test.n() < MIN_PAIRS || test.differing() < MIN_DIFFERING) {
            return Kind.TOO_FEW_CASES;
        }
        PairedTest.Interval interval = test.interval();
        if (interval == null) {
            return winner(test, Math.abs(test.mean()) <= DELTA);
        }
        if (interval.excludesZero()) {
            return winner(test, interval.isWithin(DELTA));
        }
        return interval.isWithin(DELTA) ? Kind.NO_PRACTICAL_DIFFERENCE : Kind.TOO_CLOSE_TO_CALL;
    }

    private static Kind winner(PairedTest test, boolean small) {
        if (test.mean() > 0) {
            return small ? Kind.BETTER_BUT_SMALL : Kind.BETTER;
        }
        return small ? Kind.WORSE_BUT_SMALL : Kind.WORSE;
    }
}
