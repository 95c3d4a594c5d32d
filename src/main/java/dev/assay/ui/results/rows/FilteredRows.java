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
import org.jspecify.annotations.Nullable;

/** The rows that the filter lets through, also while they change; only rows that come or go move in the list. */
final class FilteredRows {
    private static final Comparator<ResultRow> ORDER = Comparator.comparingInt(ResultRow::number);

    private final ObservableList<ResultRow> shown = FXCollections.observableArrayList();
    private final ObjectProperty<RowFilter> filter = new SimpleObjectProperty<>(RowFilter.ALL);
    private final ReadOnlyObjectWrapper<Map<RowFilter, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final Map<ResultRow, Set<RowFilter>> passed = new HashMap<>();
    private final Map<RowFilter, Integer> sums = new EnumMap<>(RowFilter.class);
    private List<ResultRow> rows = List.of();
    private @Nullable SortKey sorted;

    FilteredRows() {
        filter.subscribe(this::fill);
    }

    /** Begins again with other rows, in order of their number, all shown. */
    void set(List<ResultRow> laid) {
        rows = List.copyOf(laid);
        sorted = null;
        passed.clear();
        sums.clear();
        rows.forEach(row -> put(row, test(row)));
        filter.set(RowFilter.ALL);
        fill();
        counts.set(new EnumMap<>(sums));
    }

    /** Looks again at rows that have changed. */
    void update(Collection<ResultRow> changed) {
        for (ResultRow row : changed) {
            put(row, test(row));
            place(row);
        }
        counts.set(new EnumMap<>(sums));
    }

    private void fill() {
        var fitting = rows.stream().filter(row -> passes(row, filter.get()));
        shown.setAll((sorted == null ? fitting : fitting.sorted(sorted.order())).toList());
    }

    /** Sorts what is shown; null for the order of the cases. */
    void sort(@Nullable SortKey by) {
        if (by != null || sorted != null) {
            sorted = by;
            fill();
        }
    }

    /** Where a row is in rows of another order: at its place, or missing, to be put at the end. */
    private int whereSorted(ResultRow row) {
        int at = shown.indexOf(row);
        return at >= 0 ? at : -shown.size() - 1;
    }

    private void place(ResultRow row) {
        int at = sorted == null ? Collections.binarySearch(shown, row, ORDER) : whereSorted(row);
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

    /** Only what has changed is counted again: a run has thousands of rows, and touches some of them every frame. */
    private void put(ResultRow row, Set<RowFilter> filters) {
        Set<RowFilter> before = passed.put(row, filters);
        if (before != null) {
            before.forEach(each -> sums.merge(each, -1, Integer::sum));
        }
        filters.forEach(each -> sums.merge(each, 1, Integer::sum));
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
