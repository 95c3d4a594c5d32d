package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import dev.assay.experiment.stats.sequential.SequentialRule;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Run;
import dev.assay.history.StopReason;
import dev.assay.judge.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a run goes: paused by its user, stopped by its budget, or ended early as its comparison is settled. Thread-safe. */
final class RunCourse implements Brake {
    private final Run run;
    private final List<Budget> budgets;
    private final RunControl control;
    private final Map<CellKey, Cell> cells = new HashMap<>();
    private final Map<Integer, Integer> endedOfCase = new HashMap<>();
    private volatile boolean settled;
    /** Cases that have ended with none missing before them. */
    private int whole;

    private int nextLook = 1;

    /**
     * The course of a run.
     *
     * @param own what the run may cost as a whole, or null
     * @param allowance what it may cost from now on, or null
     * @param before cells that have ended already
     */
    RunCourse(Run run, @Nullable Budget own, @Nullable Budget allowance, RunControl control, List<Cell> before) {
        this.run = run;
        this.control = control;
        budgets = Stream.of(Optional.ofNullable(own), Optional.ofNullable(allowance))
                .flatMap(Optional::stream)
                .toList();
        before.forEach(cell -> {
            if (own != null) {
                own.ended(cell, isWhole(cell));
            }
            look(cell);
        });
    }

    /** Takes in a cell that has ended. */
    void ended(Cell cell) {
        budgets.forEach(budget -> budget.ended(cell, isWhole(cell)));
        look(cell);
    }

    /** An answer whose scores are missing costs less than one that is judged. */
    private boolean isWhole(Cell cell) {
        return cell.scores().stream()
                .map(Score::metric)
                .collect(Collectors.toSet())
                .containsAll(run.metrics());
    }

    /** Takes in an answer that is still to be judged. */
    void answered(Cell cell) {
        budgets.forEach(budget -> budget.ended(cell, false));
    }

    /** Refuses cells that are paid for together where they could cost more than the run may. */
    void requireRoom(List<PlannedCell> cells) {
        budgets.forEach(budget -> budget.requireRoom(cells));
    }

    /** Forgets a cell that will not end. */
    void abandoned(CellKey key) {
        budgets.forEach(budget -> budget.abandoned(key));
    }

    @Override
    public Optional<StopReason> before(PlannedCell cell) throws InterruptedException {
        control.awaitGoingOn();
        if (settled) {
            return Optional.of(StopReason.SETTLED);
        }
        for (Budget budget : budgets) {
            Optional<StopReason> stop = budget.before(cell);
            if (stop.isPresent()) {
                return stop;
            }
        }
        return Optional.empty();
    }

    /**
     * Looks once a case is whole: the rule holds however often it is asked. Only cases before which none is missing are
     * looked at, as those that are answered first might be others than those that are answered last.
     */
    private synchronized void look(Cell cell) {
        if (run.settings().stopWhenSettled() == null) {
            return;
        }
        boolean fresh = cells.put(cell.key(), cell) == null;
        endedOfCase.merge(cell.key().testCase(), fresh ? 1 : 0, Integer::sum);
        while (endedOfCase.getOrDefault(whole, 0) == run.variants().size() * run.repeats()) {
            whole++;
        }
        int challengers = run.variants().size() - 1;
        if (settled || challengers < 1 || whole < nextLook) {
            return;
        }
        // Each look reads all cells: every hundredth part more is often enough.
        nextLook = whole + 1 + whole / 100;
        var rule = SequentialRule.planned(run.cases(), Verdicts.DELTA, challengers);
        settled = IntStream.rangeClosed(1, challengers)
                .allMatch(challenger ->
                        rule.decide(differences(challenger)).finding().isSettled());
    }

    private List<Cell> first(int cases) {
        return cells.values().stream()
                .filter(cell -> cell.key().testCase() < cases)
                .toList();
    }

    private double[] differences(int challenger) {
        String metric = run.settings().stopWhenSettled();
        return metric == null
                ? new double[0]
                : PairedScores.of(run, first(whole), challenger, metric).differences();
    }
}
