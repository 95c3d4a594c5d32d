package dev.assay.provider.resilience;

import dev.assay.llm.CancelledException;
import dev.assay.llm.ModelId;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Lets only so many calls of a provider through at once, first come first served. Thread-safe. */
final class CallQueue {
    private final Semaphore slots;
    private final Time time;

    CallQueue(int callsAtOnce, Time time) {
        this.slots = new Semaphore(callsAtOnce, true);
        this.time = time;
    }

    /** The right to make one call; closing it lets another one in. */
    record Turn(Duration queued, Runnable leave) implements AutoCloseable {
        @Override
        public void close() {
            leave.run();
        }
    }

    /**
     * Waits until a call may begin.
     *
     * @throws CancelledException where the thread was interrupted
     */
    Turn enter(ModelId model) {
        long asked = time.nanos();
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            throw new CancelledException(model + ": the call was cancelled before it began");
        }
        return new Turn(time.since(asked), slots::release);
    }
}
