package dev.assay.provider.resilience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A time that passes as the test says, and notes pauses instead of waiting. */
final class ManualTime implements Time {
    final List<Duration> pauses = new ArrayList<>();
    Duration passesAtEachLook = Duration.ZERO;
    boolean interruptsPauses;
    private long now;

    @Override
    public synchronized long nanos() {
        now += passesAtEachLook.toNanos();
        return now;
    }

    @Override
    public synchronized void pause(Duration wait) throws InterruptedException {
        if (interruptsPauses) {
            throw new InterruptedException();
        }
        pauses.add(wait);
        now += wait.toNanos();
    }

    synchronized void passes(Duration duration) {
        now += duration.toNanos();
    }
}
