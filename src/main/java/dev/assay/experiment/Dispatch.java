package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import dev.assay.history.StopReason;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands cells in order to virtual threads, a bounded number at once. A cell has two steps: its work, and recording what
 * came of it. While it is recorded the next one's work may begin, so that no call waits for the disk; as many may be
 * recorded at once as may be worked on, so that a slow disk slows the calls down instead of letting answers pile up.
 */
final class Dispatch {
    private final int concurrency;
    private final Semaphore slots;
    private final Semaphore records;
    private final Function<PlannedCell, Runnable> work;

    /** Only the first failure is told: the others may just follow from stopping the cells under way. */
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /**
     * A dispatch.
     *
     * @param concurrency cells worked on at once
     * @param work does the work of a cell and returns what records it
     */
    Dispatch(int concurrency, Function<PlannedCell, Runnable> work) {
        this.concurrency = concurrency;
        this.slots = new Semaphore(concurrency);
        this.records = new Semaphore(concurrency);
        this.work = work;
    }

    /**
     * Works on all cells, records them, and returns when no thread is left. The first cell that throws stops the others, and its
     * exception is thrown here.
     *
     * @param cells gives them
     * @param brake asked before each cell
     * @return why the rest was not begun; empty where all were
     * @throws InterruptedException where this thread was interrupted; cells under way were interrupted and have ended
     */
    Optional<StopReason> all(CellSource cells, Brake brake) throws InterruptedException {
        Optional<StopReason> stop = Optional.empty();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (PlannedCell next = cells.next(); next != null; next = cells.next()) {
                    PlannedCell cell = next;
                    slots.acquire();
                    stop = failure.get() == null ? brake.before(cell) : stop;
                    if (failure.get() != null || stop.isPresent()) {
                        slots.release();
                        break;
                    }
                    threads.execute(() -> workOn(cell));
                }
                awaitAll(slots);
                awaitAll(records);
            } finally {
                threads.shutdownNow();
            }
        }
        throwFailure();
        return stop;
    }

    private void awaitAll(Semaphore places) throws InterruptedException {
        for (int ended = 0; ended < concurrency && failure.get() == null; ended++) {
            places.acquire();
        }
    }

    /** Gives the place back once there is one to record from, which stopping does not take away: the answer is paid. */
    private void workOn(PlannedCell cell) {
        Runnable record;
        try {
            record = work.apply(cell);
            records.acquireUninterruptibly();
        } catch (RuntimeException | Error e) {
            fail(e);
            return;
        } finally {
            slots.release();
        }
        try {
            record.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            records.release();
        }
    }

    /** Wakes whoever waits for a place, as there is nothing more to begin. */
    private void fail(Throwable e) {
        failure.compareAndSet(null, e);
        slots.release();
    }

    private void throwFailure() {
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
