package dev.assay.ui.monitoring;

import dev.assay.history.metrics.CallFigures;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the screen shows of a time.
 *
 * @param tiles the figures of the whole
 * @param cost by day, stacked by model
 * @param latency percentiles by day, in milliseconds
 * @param errors by day, stacked by class
 * @param tokens by day, input and output
 * @param groups calls told apart as chosen
 * @param quality how well the texts of the prompt that is looked into did, or null
 */
record Board(
        List<Tile> tiles,
        DayChart cost,
        DayChart latency,
        DayChart errors,
        DayChart tokens,
        List<CallFigures> groups,
        @Nullable DayChart quality) {
    Board {
        tiles = List.copyOf(tiles);
        groups = List.copyOf(groups);
    }

    /** The same with further figures and how well a prompt did. */
    Board with(List<Tile> more, @Nullable DayChart course) {
        return new Board(
                Stream.concat(tiles.stream(), more.stream()).toList(), cost, latency, errors, tokens, groups, course);
    }

    /** Nothing was called. */
    boolean isEmpty() {
        return groups.isEmpty();
    }
}
