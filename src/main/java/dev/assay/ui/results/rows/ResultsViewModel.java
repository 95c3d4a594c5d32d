package dev.assay.ui.results.rows;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.TestCase;
import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import dev.assay.history.Vote;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The grid: variants as columns, cases as rows, filled while a run goes on or at once from history. */
public final class ResultsViewModel {
    private final ObservableList<ResultColumn> columns = FXCollections.observableArrayList();
    private final FilteredRows rows = new FilteredRows();
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ResultCellRef> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SortKey> sorted = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty difference = new SimpleBooleanProperty(false);
    private List<String> metrics = List.of();
    private final ReadOnlyObjectWrapper<@Nullable String> runId = new ReadOnlyObjectWrapper<>();
    private Runnable voting = () -> {};
    private Runnable voted = () -> {};

    /** Lays the grid out for a run that begins, every cell queued. */
    public void begin(Run run, List<TestCase> cases) {
        lay(
                run,
                cases.stream()
                        .map(each -> new ResultRow(each.index(), each.inputs(), each.expected(), run))
                        .toList());
    }

    /** Shows a run that history holds. */
    public void show(Comparison finished) {
        Run run = finished.run();
        var byCase = new TreeMap<Integer, ResultRow>();
        for (Cell cell : finished.cells()) {
            byCase.computeIfAbsent(
                            cell.key().testCase(), index -> new ResultRow(index, cell.inputs(), cell.expected(), run))
                    .cells()
                    .get(cell.key().variant())
                    .put(cell);
        }
        lay(run, List.copyOf(byCase.values()));
        finished.cells().forEach(cell -> columns.get(cell.key().variant()).count(cell));
        columns.forEach(ResultColumn::publish);
        finish(finished, ColumnFigures.of(finished));
    }

    private void lay(Run run, List<ResultRow> laid) {
        comparison.set(null);
        chosen.set(null);
        metrics = run.metrics();
        sorted.set(null);
        rows.set(laid);
        // Also where the same run is shown anew, as its rows know of no vote.
        runId.set(null);
        runId.set(run.id());
        columns.setAll(run.variants().stream()
                .map(variant -> new ResultColumn(run.variants().indexOf(variant), variant, run.cases() * run.repeats()))
                .toList());
    }

    /** Shows what happened since the last frame; every cell that it touches changes once. */
    public void apply(List<RunEvent> events) {
        Set<ResultCell> touched = new HashSet<>();
        Set<ResultRow> ended = new LinkedHashSet<>();
        for (RunEvent event : events) {
            ResultRow row = rows.all().get(event.key().testCase());
            ResultCell cell = row.cells().get(event.key().variant());
            cell.take(event);
            touched.add(cell);
            Cell whole = event.ended();
            if (whole != null) {
                ended.add(row);
                columns.get(event.key().variant()).count(whole);
            }
        }
        touched.forEach(ResultCell::publish);
        if (!ended.isEmpty()) {
            columns.forEach(ResultColumn::publish);
            rows.update(ended);
        }
    }

    /**
     * Takes the figures of the run that has ended.
     *
     * @param figures one a column
     */
    public void finish(Comparison finished, List<ColumnFigures> figures) {
        comparison.set(finished);
        columns.forEach(column -> column.summarise(figures.get(column.index())));
        rows.sort(sorted.get());
        if (finished.run().status() != RunStatus.RUNNING) {
            cancelRest();
        }
    }

    /** Nothing more will come, as the run was cut off. */
    public void cancelRest() {
        rows.all().forEach(row -> row.cells().forEach(ResultCell::cancelRest));
    }

    /** Sorts the rows; the same again turns them round. Rows that change while a run goes on stay where they are. */
    public void sort(SortKey by) {
        sorted.set(by.after(sorted.get()));
        rows.sort(sorted.get());
    }

    /** Puts the rows in the order of their cases again. */
    public void unsort() {
        sorted.set(null);
        rows.sort(null);
    }

    /** What the rows are sorted by; null for the order of the cases. */
    public ReadOnlyObjectProperty<@Nullable SortKey> sortedProperty() {
        return sorted.getReadOnlyProperty();
    }

    /** Opens the details of a cell; null closes them. */
    public void choose(@Nullable ResultCellRef cell) {
        chosen.set(cell);
    }

    /** Opens the details of a case, counted from 0, whatever the filter; ignored where there is none. */
    public void chooseCase(int testCase) {
        filterProperty().set(RowFilter.ALL);
        shown().stream()
                .filter(row -> row.number() == testCase + 1)
                .findFirst()
                .ifPresent(row -> choose(new ResultCellRef(row, columns().getFirst())));
    }

    /** The cell whose details are shown, or null. */
    public ReadOnlyObjectProperty<@Nullable ResultCellRef> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether the details show how the answer differs from another text; writable. */
    public BooleanProperty differenceProperty() {
        return difference;
    }

    /** What lets the user vote on the answers. */
    public void onVote(Runnable vote) {
        voting = vote;
    }

    /** Lets the user vote on the answers without knowing whose they are, where there is something to choose between. */
    public void vote() {
        voting.run();
        voted.run();
    }

    /** What is to be done once the user has voted. */
    void onVoted(Runnable look) {
        voted = look;
    }

    /** Takes the user's own votes on the run in sight. */
    void take(List<Vote> own) {
        Map<Integer, Set<Integer>> byCase = new HashMap<>();
        own.forEach(vote -> byCase.computeIfAbsent(vote.testCase(), any -> new HashSet<>())
                .add(Math.max(vote.left(), vote.right())));
        rows.all().forEach(row -> row.voted(byCase.getOrDefault(row.index(), Set.of())));
        rows.update(rows.all());
    }

    /** The run in sight, or null. */
    ReadOnlyObjectProperty<@Nullable String> runIdProperty() {
        return runId.getReadOnlyProperty();
    }

    /** The variants. */
    public ObservableList<ResultColumn> columns() {
        return columns;
    }

    /** The rows that the filter lets through. */
    public ObservableList<ResultRow> shown() {
        return rows.shown();
    }

    /** Number of rows that each filter would show, also while a run goes on; one that shows none is absent. */
    public ReadOnlyObjectProperty<Map<RowFilter, Integer>> countsProperty() {
        return rows.countsProperty();
    }

    /** Which rows are shown; writable. */
    public ObjectProperty<RowFilter> filterProperty() {
        return rows.filterProperty();
    }

    /** The figures; null until the run has ended. */
    public ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** What is judged. */
    public List<String> metrics() {
        return metrics;
    }
}
