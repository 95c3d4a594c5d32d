package dev.assay.experiment.stats.sequential;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.sequential.SequentialDecision.Finding;
import dev.assay.llm.InputException;
import java.util.OptionalInt;

/**
 * Decides after any case whether more of them are worth paying for. The differences are those of {@code PairedTest}:
 * challenger minus baseline, one a case with its repeats averaged, from -1 to 1. They must come in an order that does
 * not hang on them (that of the dataset, not that in which answers arrive); of cases that share a source, one mean
 * a source.
 *
 * @param sequence its level is the chance that a settled answer is wrong
 * @param delta the smallest difference that matters, above 0
 */
public record SequentialRule(ConfidenceSequence sequence, double delta) {
    /** Nothing is settled before. */
    public static final int MIN_CASES = 10;

    /** The fewest differing cases that name a winner, as in verdicts. */
    public static final int MIN_DIFFERING = 6;

    private static final double LEVEL = 0.05;

    public SequentialRule {
        if (!(delta > 0)) {
            throw new InputException("A difference of " + delta + " cannot matter: it must be above 0");
        }
    }

    /**
     * The rule for a run, at the 5 % level for all its comparisons together (Bonferroni).
     *
     * @param planned cases of the run if it is not stopped, 1 or more
     * @param comparisons variants against the baseline, times metrics; 1 or more
     */
    public static SequentialRule planned(int planned, double delta, int comparisons) {
        if (comparisons < 1) {
            throw new InputException("A run of " + comparisons + " comparisons has nothing to settle");
        }
        return new SequentialRule(new ConfidenceSequence(LEVEL / comparisons, planned), delta);
    }

    /** What the cases so far allow. */
    public SequentialDecision decide(double[] differences) {
        var running = new RunningDifferences();
        for (double difference : differences) {
            running.add(difference);
        }
        return decide(running);
    }

    /** After how many cases the answer was settled first, if one had looked after each. */
    public OptionalInt settledAfter(double[] differences) {
        var running = new RunningDifferences();
        for (double difference : differences) {
            running.add(difference);
            if (decide(running).finding().isSettled()) {
                return OptionalInt.of(running.n());
            }
        }
        return OptionalInt.empty();
    }

    private SequentialDecision decide(RunningDifferences running) {
        int n = running.n();
        Interval interval = n < 2 ? null : sequence.after(n, running.mean(), running.cautiousDeviation());
        Finding finding = interval == null || n < MIN_CASES ? Finding.TOO_FEW_CASES : finding(running, interval);
        return new SequentialDecision(finding, n, running.differing(), running.mean(), interval);
    }

    private Finding finding(RunningDifferences running, Interval interval) {
        if (interval.isWithin(delta)) {
            return Finding.NO_PRACTICAL_DIFFERENCE;
        }
        if (!interval.excludesZero() || running.differing() < MIN_DIFFERING) {
            return Finding.GO_ON;
        }
        return running.mean() > 0 ? Finding.SETTLED_FOR_CHALLENGER : Finding.SETTLED_FOR_BASELINE;
    }
}
