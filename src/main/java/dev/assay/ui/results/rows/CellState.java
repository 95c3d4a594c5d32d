package dev.assay.ui.results.rows;

/** How far a cell is, in the order in which an unfinished cell counts as less far. */
public enum CellState {
    QUEUED,
    STREAMING,
    JUDGING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more will come. */
    public boolean isEnded() {
        return compareTo(DONE) >= 0;
    }
}
