package dev.assay.ui.results.rows;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The rows that the filter lets through, also while they change; only rows that come or go move in the list. */
final class FilteredRows {
    private static final Comparator<ResultRow> ORDER = Comparator.comparingInt(ResultRow::number);

    private final ObservableList<ResultRow> shown = FXCollections.observableArrayList();
    private final ObjectProperty<RowFilter> filter = new SimpleObjectProperty<>(RowFilter.ALL);
    private final ReadOnlyObjectWrapper<Map<RowFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final Map<ResultRow, Set<RowFilter>> passed = new HashMap<>();
    private List<ResultRow> rows = List.of();

    FilteredRows() {
        filter.subscribe(chosen ->
                shown.setAll(rows.stream().filter(row -> passes(row, chosen)).toList()));
    }

    /** Begins again with other rows, in order of their number, all shown. */
    void set(List<ResultRow> laid) {
        rows = List.copyOf(laid);
        passed.clear();
        rows.forEach(row -> passed.put(row, test(row)));
        filter.set(RowFilter.ALL);
        shown.setAll(rows);
        count();
    }

    /** Looks again at rows that have changed. */
    void update(Collection<ResultRow> changed) {
        for (ResultRow row : changed) {
            passed.put(row, test(row));
            place(row);
        }
        count();
    }

    private void place(ResultRow row) {
        int at = Collections.binarySearch(shown, row, ORDER);
        boolean wanted = passes(row, filter.get());
        if (wanted && at < 0) {
            shown.add(-at - 1, row);
        } else if (!wanted && at >= 0) {
            shown.remove(at);
        }
    }

    private boolean passes(ResultRow row, RowFilter by) {
        return passed.getOrDefault(row, Set.of()).contains(by);
    }

    private static Set<RowFilter> test(ResultRow row) {
        return EnumSet.allOf(RowFilter.class).stream()
                .filter(each -> each.test(row))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RowFilter.class)));
    }

    private void count() {
        Map<RowFilter, Integer> sums = new EnumMap<>(RowFilter.class);
        passed.values().forEach(filters -> filters.forEach(each -> sums.merge(each, 1, Integer::sum)));
        counts.set(sums);
    }

    List<ResultRow> all() {
        return rows;
    }

    ObservableList<ResultRow> shown() {
        return shown;
    }

    ObjectProperty<RowFilter> filterProperty() {
        return filter;
    }

    /** Number of rows by filter; a filter that lets none through is absent. */
    ReadOnlyObjectProperty<Map<RowFilter, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
