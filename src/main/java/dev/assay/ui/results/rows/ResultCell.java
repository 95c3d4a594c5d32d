package dev.assay.ui.results.rows;

import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.ui.results.Delta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One variant on one case, all repeats. Used on the FX thread only. */
public final class ResultCell {
    private final int column;
    private final @Nullable ResultCell baseline;
    private final List<StringBuilder> arriving;
    private final List<CellState> states;
    private final List<String> waits;
    private final Pace[] paces;
    private final ReadOnlyObjectWrapper<List<Attempt>> attempts;

    /**
     * @param baseline the first variant's answer to the same case; null for that answer itself
     */
    ResultCell(int column, @Nullable ResultCell baseline, int repeats) {
        this.column = column;
        this.baseline = baseline;
        arriving = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            arriving.add(new StringBuilder());
        }
        states = new ArrayList<>(Collections.nCopies(repeats, CellState.QUEUED));
        paces = new Pace[repeats];
        Arrays.setAll(paces, repeat -> new Pace());
        waits = new ArrayList<>(Collections.nCopies(repeats, ""));
        attempts = new ReadOnlyObjectWrapper<>(Collections.nCopies(repeats, Attempt.QUEUED));
    }

    /** Index of the variant, from 0. */
    public int column() {
        return column;
    }

    /** The first variant's answer to the same case; null for that answer itself. */
    public @Nullable ResultCell baseline() {
        return baseline;
    }

    /** The repeats; replaced as a whole when any of them changes. */
    public ReadOnlyObjectProperty<List<Attempt>> attemptsProperty() {
        return attempts.getReadOnlyProperty();
    }

    /** The repeats. */
    public List<Attempt> attempts() {
        return attempts.get();
    }

    /** The attempt to show where there is room for one: the first that is under way, else the first. */
    public Attempt front() {
        return attempts().stream()
                .filter(attempt -> attempt.state() == CellState.STREAMING || attempt.state() == CellState.JUDGING)
                .findFirst()
                .orElse(attempts().getFirst());
    }

    /** How far the cell is as a whole: as far as the repeat that is least far. */
    public CellState state() {
        if (attempts().stream().anyMatch(attempt -> attempt.state() == CellState.FAILED)
                && attempts().stream().allMatch(attempt -> attempt.state().isEnded())) {
            return CellState.FAILED;
        }
        return attempts().stream()
                .map(Attempt::state)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Mean of a metric over the repeats that have it; empty where none has. */
    public OptionalDouble score(String metric) {
        return cells().stream()
                .flatMap(cell -> cell.scores().stream())
                .filter(score -> score.metric().equals(metric))
                .filter(Score.Scored.class::isInstance)
                .mapToDouble(score -> ((Score.Scored) score).value())
                .average();
    }

    /** Whether the mean of a metric lies below its threshold. */
    boolean isBelow(Metric metric) {
        Double threshold = metric.threshold();
        OptionalDouble mean = score(metric.name());
        return threshold != null && mean.isPresent() && mean.getAsDouble() < threshold;
    }

    /** The same mean of the baseline; empty where it has none or where this is the baseline. */
    public OptionalDouble baselineScore(String metric) {
        return baseline == null ? OptionalDouble.empty() : baseline.score(metric);
    }

    /** Whether this is better or worse than the baseline, by the mean of the scores that both have. */
    Delta.Verdict change() {
        return cells().stream()
                .flatMap(cell -> cell.scores().stream())
                .map(Score::metric)
                .distinct()
                .filter(metric ->
                        score(metric).isPresent() && baselineScore(metric).isPresent())
                .mapToDouble(metric ->
                        score(metric).getAsDouble() - baselineScore(metric).getAsDouble())
                .average()
                .stream()
                .mapToObj(difference -> Delta.higher(0, difference).verdict())
                .findFirst()
                .orElse(Delta.Verdict.SAME);
    }

    /** The repeats that have ended. */
    public List<Cell> cells() {
        return attempts().stream()
                .map(Attempt::cell)
                .filter(cell -> cell != null)
                .map(cell -> (Cell) cell)
                .toList();
    }

    /** Takes an event in; {@link #publish()} makes it visible. */
    void take(RunEvent event) {
        int repeat = event.key().repeat();
        switch (event) {
            case RunEvent.Started started -> states.set(repeat, CellState.STREAMING);
            case RunEvent.Text text -> {
                arriving.get(repeat).append(text.delta());
                paces[repeat].piece(text.at());
            }
            case RunEvent.Waiting waiting -> waits.set(repeat, waiting.text());
            case RunEvent.WaitOver over -> waits.set(repeat, "");
            case RunEvent.Judging judging -> states.set(repeat, CellState.JUDGING);
            case RunEvent.Finished finished -> put(finished.cell());
            case RunEvent.Kept kept -> put(kept.cell());
        }
    }

    /** Shows what was taken in since the last time. */
    void publish() {
        if (attempts().stream().allMatch(attempt -> attempt.state().isEnded())) {
            return;
        }
        List<Attempt> now = new ArrayList<>(attempts.get());
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).cell() == null) {
                now.set(i, new Attempt(states.get(i), arriving.get(i).toString(), waits.get(i), paces[i].rate(), null));
            }
        }
        attempts.set(List.copyOf(now));
    }

    /** Puts an ended repeat in its place. */
    void put(Cell cell) {
        CellKey key = cell.key();
        List<Attempt> now = new ArrayList<>(attempts.get());
        now.set(key.repeat(), Attempt.of(cell));
        attempts.set(List.copyOf(now));
    }

    /** What has not ended will not end any more. */
    void cancelRest() {
        attempts.set(attempts.get().stream()
                .map(attempt -> attempt.state().isEnded() ? attempt : attempt.cancelled())
                .toList());
    }
}
