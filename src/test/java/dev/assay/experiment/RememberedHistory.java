package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.history.RunHistory;
import dev.assay.history.RunStatus;
import dev.assay.llm.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A history in memory that can be made to fail. */
final class RememberedHistory implements RunHistory {
    final List<Run> started = new CopyOnWriteArrayList<>();
    final List<Cell> appended = new CopyOnWriteArrayList<>();
    final List<RunStatus> ends = new CopyOnWriteArrayList<>();
    volatile int failAfter = Integer.MAX_VALUE;

    @Override
    public void start(Run run) {
        started.add(run);
    }

    @Override
    public synchronized void append(String runId, Cell cell) {
        if (appended.size() >= failAfter) {
            throw new StorageException("The disk is full");
        }
        appended.add(cell);
    }

    @Override
    public void finish(String runId, RunStatus status, Instant finishedAt) {
        ends.add(status);
    }

    @Override
    public List<Run> runs(int limit) {
        return started;
    }

    @Override
    public Optional<Run> run(String idOrPrefix) {
        return started.stream().filter(run -> run.id().startsWith(idOrPrefix)).findFirst();
    }

    @Override
    public List<Cell> cells(String runId) {
        return appended;
    }

    @Override
    public void close() {}
}
