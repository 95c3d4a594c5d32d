package dev.assay.ui.results.rows;

import dev.assay.history.Run;
import dev.assay.judge.Metric;
import dev.assay.ui.results.Delta;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One case with its cells, one a variant. */
public final class ResultRow {
    private final int index;
    private final Map<String, Object> inputs;
    private final @Nullable String expected;
    private final List<ResultCell> cells;
    private final List<Metric> thresholds;
    private Set<Integer> voted = Set.of();

    ResultRow(int index, Map<String, Object> inputs, @Nullable String expected, Run run) {
        int variants = run.variants().size();
        int repeats = run.repeats();
        thresholds = run.measured().stream()
                .filter(metric -> metric.threshold() != null)
                .toList();
        this.index = index;
        this.inputs = inputs;
        this.expected = expected;
        var baseline = new ResultCell(0, null, repeats);
        cells = IntStream.range(0, variants)
                .mapToObj(column -> column == 0 ? baseline : new ResultCell(column, baseline, repeats))
                .toList();
    }

    /** Number of the case for the user, from 1. */
    public int number() {
        return index + 1;
    }

    /** The case's values by name. */
    public Map<String, Object> inputs() {
        return inputs;
    }

    /** A correct answer, or null. */
    public @Nullable String expected() {
        return expected;
    }

    /** The cells by variant; the first is the baseline. */
    public List<ResultCell> cells() {
        return cells;
    }

    /** The inputs in one text, one a line. */
    public String inputsText() {
        if (inputs.size() == 1) {
            return String.valueOf(inputs.values().iterator().next());
        }
        return inputs.entrySet().stream()
                .map(input -> input.getKey() + ": " + input.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Index of the case, from 0. */
    public int index() {
        return index;
    }

    /** Whether the mean of any variant's scores lies below the threshold of its metric. */
    boolean failsThreshold() {
        return thresholds.stream().anyMatch(metric -> cells.stream().anyMatch(cell -> cell.isBelow(metric)));
    }

    /** Takes note of the variants that the user has compared with the baseline on this case. */
    void voted(Set<Integer> variants) {
        voted = Set.copyOf(variants);
    }

    /** Whether there are two answers that the user has not chosen between. */
    boolean isUnvoted() {
        return isAnswered(0)
                && IntStream.range(1, cells.size())
                        .anyMatch(variant -> isAnswered(variant) && !voted.contains(variant));
    }

    private boolean isAnswered(int variant) {
        return cells.get(variant).front().state() == CellState.DONE;
    }

    /** Whether any cell ended in an error. */
    boolean hasErrors() {
        return cells.stream().anyMatch(cell -> cell.state() == CellState.FAILED);
    }

    /** Whether any variant did better than the baseline, or worse, by the mean of its scores. */
    boolean changed(Delta.Verdict change) {
        return cells.stream().anyMatch(cell -> cell.change() == change);
    }

    /** Whether the variants that have answered did so differently. */
    boolean differs() {
        return cells.stream()
                        .map(ResultCell::front)
                        .filter(attempt -> attempt.state() == CellState.DONE || attempt.state() == CellState.FAILED)
                        .map(attempt -> attempt.text().strip())
                        .distinct()
                        .count()
                > 1;
    }
}
