package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.history.RunHistory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes one run to history on a thread that is never interrupted: stopping a run interrupts its threads, and an
 * interrupt in the midst of file access would close the database's file.
 */
final class RunRecord implements AutoCloseable {
    private final RunHistory history;
    private final String runId;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("run-record").factory());

    RunRecord(RunHistory history, Run run) {
        this.history = history;
        this.runId = run.id();
        try {
            write(() -> history.start(run));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    String runId() {
        return runId;
    }

    void append(Cell cell) {
        write(() -> history.append(runId, cell));
    }

    void finish(Run ended) {
        Instant finishedAt = Objects.requireNonNull(ended.finishedAt());
        write(() -> history.finish(runId, ended.status(), finishedAt));
    }

    List<Cell> cells() {
        return await(writer.submit(() -> history.cells(runId)));
    }

    @Override
    public void close() {
        writer.close();
    }

    private void write(Runnable access) {
        await(writer.submit(access, true));
    }

    private static <T> T await(Future<T> result) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
