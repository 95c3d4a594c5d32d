package dev.assay.history;

/** How far a run is. */
public enum RunStatus {
    /** Under way, or cut off by a crash. */
    RUNNING,
    /** Every cell has ended, well or not. */
    FINISHED,
    /** Stopped by the user; finished cells are kept. */
    STOPPED
}
