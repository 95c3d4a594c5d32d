package dev.assay.ui.results.rows;

import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One repeat of a cell, as far as it is.
 *
 * @param state how far
 * @param text what has arrived; the message where it failed
 * @param waiting what its call waits for, as a sentence; empty where it does not
 * @param rate pieces of text a second, about as many as tokens; 0 where that cannot be told yet
 * @param cell all of it, once it has ended; else null
 */
public record Attempt(
        CellState state,
        String text,
        String waiting,
        double rate,
        @Nullable Cell cell) {
    /** Not begun. */
    public static final Attempt QUEUED = new Attempt(CellState.QUEUED, "", "", 0, null);

    /** Ended, well or not. */
    public static Attempt of(Cell cell) {
        return switch (cell.answer().outcome()) {
            case Outcome.Completed completed ->
                new Attempt(CellState.DONE, completed.response().output(), "", 0, cell);
            case Outcome.Failed failed -> new Attempt(CellState.FAILED, failed.message(), "", 0, cell);
            case Outcome.Cancelled cancelled -> new Attempt(CellState.CANCELLED, cancelled.partialText(), "", 0, cell);
        };
    }

    /** Never begun, because the run was stopped before. */
    Attempt cancelled() {
        return new Attempt(CellState.CANCELLED, text, "", 0, null);
    }
}
