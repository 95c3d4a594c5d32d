package dev.assay.ui.monitoring;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a chart over days shows.
 *
 * @param days the names below it, all different; those that would not fit are invisible
 * @param series what is drawn, the largest first
 */
record DayChart(List<String> days, List<Series> series) {
    private static final int MOST_NAMES = 8;
    private static final String INVISIBLE = "\u200b";

    DayChart {
        days = List.copyOf(days);
        series = List.copyOf(series);
    }

    /**
     * The names that can be read: side by side all would not fit.
     *
     * @param names all different
     * @return the last one and some before it, invisible ones between; all different
     */
    static List<String> legible(List<String> names) {
        int step = Math.max(1, Math.ceilDiv(names.size(), MOST_NAMES));
        return IntStream.range(0, names.size())
                .mapToObj(i -> (names.size() - 1 - i) % step == 0 ? names.get(i) : INVISIBLE.repeat(i + 1))
                .toList();
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
