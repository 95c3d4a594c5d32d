package dev.assay.registry.remote.ssh;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends a program that keeps us waiting for longer than it may. Only the time counts in which we wait for it. */
final class Silence {
    private static final long NOBODY_WAITS = Long.MIN_VALUE;

    private final Process process;
    private final Complaints complaints;
    private final Duration first;
    private final Duration later;
    private volatile long since = NOBODY_WAITS;
    private volatile boolean answered;

    /**
     * @param first how long it may take to its first answer
     * @param later how long it may be silent after that
     */
    Silence(Process process, Complaints complaints, Duration first, Duration later) {
        this.process = process;
        this.complaints = complaints;
        this.first = first;
        this.later = later;
        Thread.ofVirtual().name("silence of " + process.pid()).start(this::watch);
    }

    void begins() {
        since = System.nanoTime();
    }

    void ends() {
        since = NOBODY_WAITS;
    }

    /** It said something that we wait for. */
    void answered() {
        answered = true;
        ends();
    }

    /** It said something, which is a sign of life. */
    void stirred() {
        if (since != NOBODY_WAITS) {
            begins();
        }
    }

    private void watch() {
        try {
            while (process.isAlive()) {
                Duration limit = answered ? later : first;
                long start = since;
                long left = start == NOBODY_WAITS ? limit.toNanos() : limit.toNanos() - (System.nanoTime() - start);
                if (left <= 0) {
                    complaints.hear("No answer within " + limit.toSeconds() + " s");
                    end(process);
                    return;
                }
                // Looks again within the shorter of both, since the first answer may come meanwhile.
                process.waitFor(Math.min(left, later.toNanos()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a program and what it started: a child that lives on would keep the pipes open. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
