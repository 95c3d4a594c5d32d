package dev.assay.ui.monitoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart over days shows.
 *
 * @param days the names below it, all different; those that would not fit are invisible
 * @param series what is drawn, the largest first
 */
record DayChart(List<String> days, List<Series> series) {
    DayChart {
        days = List.copyOf(days);
        series = List.copyOf(series);
    }

    /**
     * One colour.
     *
     * @param values one a day; null where there is nothing to draw
     */
    record Series(String name, List<@Nullable Double> values) {}

    /** Whether there is nothing to draw. */
    boolean isEmpty() {
        return series.stream().allMatch(one -> one.values().stream().allMatch(value -> value == null || value == 0));
    }
}
