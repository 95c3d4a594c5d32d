package dev.assay.ui.results.rows;

import java.util.Comparator;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the rows are sorted by.
 *
 * @param column index of the variant whose figure counts
 * @param figure which figure
 * @param metric the metric where the figure is a score, else null
 * @param descending whether the greatest comes first
 */
public record SortKey(int column, Figure figure, @Nullable String metric, boolean descending) {
    /** A figure of an answer. */
    public enum Figure {
        SCORE,
        COST,
        LATENCY,
        TOKENS
    }

    /** The same turned round where it is what the rows are sorted by already, else itself. */
    SortKey after(@Nullable SortKey now) {
        return now != null && now.column == column && now.figure == figure && Objects.equals(now.metric, metric)
                ? new SortKey(column, figure, metric, !now.descending)
                : this;
    }

    /** Rows whose figure is not known come last, whichever way the others are. */
    Comparator<ResultRow> order() {
        return (first, second) -> {
            OptionalDouble a = value(first);
            OptionalDouble b = value(second);
            if (a.isEmpty() || b.isEmpty()) {
                return Boolean.compare(a.isEmpty(), b.isEmpty());
            }
            int by = Double.compare(a.getAsDouble(), b.getAsDouble());
            return by == 0 ? Integer.compare(first.number(), second.number()) : descending ? -by : by;
        };
    }

    private OptionalDouble value(ResultRow row) {
        ResultCell cell = row.cells().get(column);
        return metric == null ? CellFigure.of(cell, figure) : cell.score(metric);
    }
}
