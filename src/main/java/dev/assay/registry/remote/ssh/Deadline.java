package dev.assay.registry.remote.ssh;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that made it unless it is closed in time. Thread-safe. */
final class Deadline implements AutoCloseable {
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Duration limit;
    private boolean closed;
    private boolean passed;

    Deadline(Duration limit) {
        this.limit = limit;
        Thread.ofVirtual().name("deadline of " + worker.getName()).start(this::watch);
    }

    private void watch() {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                pass();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void pass() {
        if (!closed) {
            passed = true;
            worker.interrupt();
        }
    }

    /** Whether it interrupted. */
    synchronized boolean hasPassed() {
        return passed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        done.countDown();
    }
}
