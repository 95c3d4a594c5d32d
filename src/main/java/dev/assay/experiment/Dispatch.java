package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands cells in order to virtual threads, a bounded number at once. */
final class Dispatch {
    private final int concurrency;
    private final Semaphore slots;
    private final Consumer<PlannedCell> work;

    /** Only the first failure is told: the others may just follow from stopping the cells under way. */
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Dispatch(int concurrency, Consumer<PlannedCell> work) {
        this.concurrency = concurrency;
        this.slots = new Semaphore(concurrency);
        this.work = work;
    }

    /**
     * Works on all cells and returns when no thread is left. The first cell that throws stops the others, and its
     * exception is thrown here.
     *
     * @throws InterruptedException where this thread was interrupted; cells under way were interrupted and have ended
     */
    void all(List<PlannedCell> cells) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (PlannedCell cell : cells) {
                    slots.acquire();
                    if (failure.get() != null) {
                        break;
                    }
                    threads.execute(() -> workOn(cell));
                }
                for (int ended = 0; ended < concurrency && failure.get() == null; ended++) {
                    slots.acquire();
                }
            } finally {
                threads.shutdownNow();
            }
        }
        throwFailure();
    }

    private void workOn(PlannedCell cell) {
        try {
            work.accept(cell);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            slots.release();
        }
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
