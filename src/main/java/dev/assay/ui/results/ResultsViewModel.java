package dev.assay.ui.results;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.TestCase;
import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The grid: variants as columns, cases as rows, filled while a run goes on or at once from history. */
public final class ResultsViewModel {
    private final ObservableList<ResultColumn> columns = FXCollections.observableArrayList();
    private final ObservableList<ResultRow> rows = FXCollections.observableArrayList();
    private final FilteredList<ResultRow> shown = new FilteredList<>(rows);
    private final ObjectProperty<RowFilter> filter = new SimpleObjectProperty<>(RowFilter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ResultCellRef> chosen = new ReadOnlyObjectWrapper<>();
    private List<String> metrics = List.of();

    /** An empty grid. */
    public ResultsViewModel() {
        filter.subscribe(chosenFilter -> shown.setPredicate(chosenFilter));
    }

    /** Lays the grid out for a run that begins, every cell queued. */
    public void begin(Run run, List<TestCase> cases) {
        lay(
                run,
                cases.stream()
                        .map(each -> new ResultRow(
                                each.index(),
                                each.inputs(),
                                each.expected(),
                                run.variants().size(),
                                run.repeats()))
                        .toList());
    }

    /** Shows a run that history holds. */
    public void show(Comparison finished) {
        Run run = finished.run();
        var byCase = new TreeMap<Integer, ResultRow>();
        for (Cell cell : finished.cells()) {
            byCase.computeIfAbsent(
                            cell.key().testCase(),
                            index -> new ResultRow(
                                    index,
                                    cell.inputs(),
                                    cell.expected(),
                                    run.variants().size(),
                                    run.repeats()))
                    .cells()
                    .get(cell.key().variant())
                    .put(cell);
        }
        lay(run, List.copyOf(byCase.values()));
        finished.cells().forEach(cell -> columns.get(cell.key().variant()).countEnded());
        finish(finished);
    }

    private void lay(Run run, List<ResultRow> laid) {
        comparison.set(null);
        chosen.set(null);
        metrics = run.metrics();
        filter.set(RowFilter.ALL);
        rows.setAll(laid);
        columns.setAll(run.variants().stream()
                .map(variant -> new ResultColumn(run.variants().indexOf(variant), variant, run.cases() * run.repeats()))
                .toList());
    }

    /** Shows what happened since the last frame; every cell that it touches changes once. */
    public void apply(List<RunEvent> events) {
        Set<ResultCell> touched = new HashSet<>();
        for (RunEvent event : events) {
            ResultCell cell =
                    rows.get(event.key().testCase()).cells().get(event.key().variant());
            cell.take(event);
            touched.add(cell);
            if (event instanceof RunEvent.Finished) {
                columns.get(event.key().variant()).countEnded();
            }
        }
        touched.forEach(ResultCell::publish);
    }

    /** Takes the figures of the run that has ended. */
    public void finish(Comparison finished) {
        comparison.set(finished);
        for (ResultColumn column : columns) {
            column.summarise(finished.variants().get(column.index()));
        }
        if (finished.run().status() != RunStatus.RUNNING) {
            cancelRest();
        }
    }

    /** Nothing more will come, as the run was cut off. */
    public void cancelRest() {
        rows.forEach(row -> row.cells().forEach(ResultCell::cancelRest));
    }

    /** Opens the details of a cell; null closes them. */
    public void choose(@Nullable ResultCellRef cell) {
        chosen.set(cell);
    }

    /** The cell whose details are shown, or null. */
    public ReadOnlyObjectProperty<@Nullable ResultCellRef> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The variants. */
    public ObservableList<ResultColumn> columns() {
        return columns;
    }

    /** The rows that the filter lets through. */
    public ObservableList<ResultRow> shown() {
        return shown;
    }

    /** Number of rows that a filter would show. */
    public long count(RowFilter by) {
        return rows.stream().filter(by).count();
    }

    /** Which rows are shown; writable. */
    public ObjectProperty<RowFilter> filterProperty() {
        return filter;
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
