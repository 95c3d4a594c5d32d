package dev.assay.experiment;

import dev.assay.experiment.Verdict.Kind;
import dev.assay.experiment.stats.Holm;
import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.PairedTest;
import dev.assay.experiment.stats.PassFailTest;
import dev.assay.experiment.stats.preference.Votes;
import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.judge.Metric;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the result of a comparison by a rule that is fixed before the run. */
public final class Verdicts {
    /** The smallest difference that matters, on the scale 0 to 1. */
    public static final double DELTA = 0.05;

    /** With fewer cases the t interval does not hold what it promises. */
    public static final int MIN_PAIRS = 10;

    /** The fewest differing cases that an exact sign test can call. */
    public static final int MIN_DIFFERING = 6;

    /** The chance at which a difference that is none may be called one. */
    public static final double LEVEL = 0.05;

    private Verdicts() {}

    /**
     * Each later variant against the first, by metric. Several comparisons are read together, so a winner must also be
     * one after the correction of Holm for all that were tested.
     */
    static List<Verdict> of(Run run, List<Cell> cells, Clusters clusters) {
        List<Tested> all = new ArrayList<>();
        for (int challenger = 1; challenger < run.variants().size(); challenger++) {
            for (Metric metric : run.measured()) {
                all.add(Tested.of(run, cells, challenger, metric, clusters));
            }
        }
        List<Tested> called = all.stream().filter(Tested::isCalled).toList();
        double[] adjusted =
                Holm.adjust(called.stream().mapToDouble(Tested::pValue).toArray());
        return all.stream()
                .map(one -> {
                    int index = called.indexOf(one);
                    return verdict(run, one, index < 0 ? null : adjusted[index], called.size());
                })
                .toList();
    }

    private static Verdict verdict(Run run, Tested tested, @Nullable Double adjusted, int comparisons) {
        PairedTest test = tested.test();
        Kind kind = tested.kind();
        if (adjusted != null && adjusted >= LEVEL && kind != Kind.NO_PRACTICAL_DIFFERENCE) {
            kind = Kind.TOO_CLOSE_TO_CALL;
        }
        Interval interval = adjusted == null ? null : tested.interval().orElse(null);
        return new Verdict(
                kind,
                tested.metric().name(),
                run.variants().getFirst().label(),
                run.variants().get(tested.challenger()).label(),
                test.n(),
                test.wins(),
                test.ties(),
                test.losses(),
                test.n() == 0 ? null : tested.difference(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                adjusted == null ? null : tested.pValue(),
                adjusted,
                new VerdictSentence(run, tested, adjusted, comparisons).of(kind));
    }

    /** The rule for one comparison of scores, in its order. */
    public static Kind kind(PairedTest test) {
        if (test.n() == 0) {
            return Kind.UNSCORED;
        }
        if (test.n() < 2) {
            return Kind.TOO_FEW_CASES;
        }
        if (test.differing() == 0) {
            return Kind.IDENTICAL;
        }
        if (test.units() < MIN_PAIRS || test.differing() < MIN_DIFFERING) {
            return Kind.TOO_FEW_CASES;
        }
        Interval interval = test.interval();
        if (interval == null) {
            return winner(test.mean(), Math.abs(test.mean()) <= DELTA);
        }
        if (interval.excludesZero()) {
            return winner(test.mean(), interval.isWithin(DELTA));
        }
        return interval.isWithin(DELTA) ? Kind.NO_PRACTICAL_DIFFERENCE : Kind.TOO_CLOSE_TO_CALL;
    }

    /** The rule for one comparison of passes and failures: where test and interval differ the test decides. */
    public static Kind kind(PassFailTest test) {
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
        boolean small = test.interval().isWithin(DELTA);
        if (test.pValue() < LEVEL) {
            return winner(test.difference(), small);
        }
        return small ? Kind.NO_PRACTICAL_DIFFERENCE : Kind.TOO_CLOSE_TO_CALL;
    }

    /** The rule for preferences: where test and interval differ the test decides. */
    public static Kind kind(Votes votes) {
        if (votes.n() == 0) {
            return Kind.UNSCORED;
        }
        if (votes.n() < 2) {
            return Kind.TOO_FEW_CASES;
        }
        Interval interval = votes.winRateInterval();
        if (interval == null) {
            return Kind.IDENTICAL;
        }
        if (votes.n() < MIN_PAIRS || votes.decisive() < MIN_DIFFERING) {
            return Kind.TOO_FEW_CASES;
        }
        boolean small = new Interval(interval.low() - 0.5, interval.high() - 0.5).isWithin(DELTA);
        if (votes.pValue() >= LEVEL) {
            return small ? Kind.NO_PRACTICAL_DIFFERENCE : Kind.TOO_CLOSE_TO_CALL;
        }
        if (votes.challenger() > votes.baseline()) {
            return small ? Kind.BETTER_BUT_SMALL : Kind.BETTER;
        }
        return small ? Kind.WORSE_BUT_SMALL : Kind.WORSE;
    }

    private static Kind winner(double difference, boolean small) {
        if (difference > 0) {
            return small ? Kind.BETTER_BUT_SMALL : Kind.BETTER;
        }
        return small ? Kind.WORSE_BUT_SMALL : Kind.WORSE;
    }
}
