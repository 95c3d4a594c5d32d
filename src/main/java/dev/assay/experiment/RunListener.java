package dev.assay.experiment;

import dev.assay.experiment.batch.BatchProgress;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Run;
import dev.assay.llm.CallWait;
import java.util.List;

/**
 * Hears how a run goes. Called on the run's own threads, several at once; must return quickly.
 */
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = new RunListener() {};

    /** The run is recorded and begins. */
    default void started(Run run) {}

    /** Cells that had ended before a run of old goes on, and are not run again; told once, after it has started. */
    default void kept(List<Cell> cells) {}

    /** The cell's call is sent. */
    default void cellStarted(CellKey key) {}

    /** More of the cell's answer has arrived. */
    default void textArrived(CellKey key, String delta) {}

    /** A call of the cell, its own or a judge's, waits; replaces what was told of a wait before. */
    default void waiting(CellKey key, CallWait wait) {}

    /** It waits no more. */
    default void waitOver(CellKey key) {}

    /** A batch was sent, or its provider was asked how far it is; replaces what was told of that batch before. */
    default void batch(BatchProgress progress) {}

    /** The answer is complete and is being judged. */
    default void judging(CellKey key) {}

    /** The cell is complete and is recorded. */
    default void cellFinished(Cell cell) {}

    /** The run has ended and its end is recorded. */
    default void finished(Run run) {}
}
