package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Hands cells in order to virtual threads, a bounded number at once. */
final class Dispatch {
    private final int concurrency;
    private final Semaphore slots;
    private final Consumer<PlannedCell> work;
    private final AtomicBoolean broken = new AtomicBoolean();

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
        List<Future<?>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (PlannedCell cell : cells) {
                    slots.acquire();
                    if (broken.get()) {
                        break;
                    }
                    results.add(threads.submit(() -> workOn(cell)));
                }
                for (int ended = 0; ended < concurrency && !broken.get(); ended++) {
                    slots.acquire();
                }
            } finally {
                threads.shutdownNow();
            }
        }
        results.forEach(Dispatch::throwFailure);
    }

    private void workOn(PlannedCell cell) {
        boolean done = false;
        try {
            work.accept(cell);
            done = true;
        } finally {
            if (!done) {
                broken.set(true);
            }
            slots.release();
        }
    }

    private static void throwFailure(Future<?> result) {
        if (result.state() != Future.State.FAILED) {
            return;
        }
        switch (result.exceptionNow()) {
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            case Throwable failure -> throw new IllegalStateException(failure);
        }
    }
}
