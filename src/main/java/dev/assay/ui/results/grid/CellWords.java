package dev.assay.ui.results.grid;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.results.rows.Attempt;
import dev.assay.ui.results.rows.CellState;
import dev.assay.ui.results.rows.ResultCellRef;

/** What a cell says where it cannot be seen, or has no answer to show. */
final class CellWords {
    private static final int SPOKEN = 300;

    private CellWords() {}

    /** For a screen reader: which cell, how far, and how its answer begins. */
    static String of(ResultCellRef ref) {
        Attempt front = ref.cell().front();
        String text = front.text().strip();
        return Messages.get(
                "results.cell.spoken",
                ref.row().number(),
                ref.column().variant().label(),
                name(front.state()),
                text.substring(0, Math.min(SPOKEN, text.length())));
    }

    /** Of a state. */
    static String name(CellState state) {
        return switch (state) {
            case QUEUED -> Messages.get("results.state.queued");
            case STREAMING -> Messages.get("results.state.streaming");
            case JUDGING -> Messages.get("results.state.judging");
            case DONE -> Messages.get("results.state.done");
            case FAILED -> Messages.get("results.state.failed");
            case CANCELLED -> Messages.get("results.state.cancelled");
        };
    }
}
