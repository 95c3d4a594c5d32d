package dev.assay.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The memory of all runs. Every method throws {@link dev.assay.llm.StorageException} where the database fails. Safe for
 * use by many threads.
 */
public interface RunHistory extends AutoCloseable {

    /** Records a run that begins. */
    void start(Run run);

    /** Records a finished cell with its calls and scores, durably and all or nothing. */
    void append(String runId, Cell cell);

    /** Records how a run ended. */
    void finish(String runId, RunStatus status, Instant finishedAt);

    /** The newest runs first, at most {@code limit}. */
    List<Run> runs(int limit);

    /** The run of that id, or of the only id that begins so; empty where there is none. */
    Optional<Run> run(String idOrPrefix);

    /** The finished cells of a run by variant, case and repeat. */
    List<Cell> cells(String runId);

    @Override
    void close();
}
