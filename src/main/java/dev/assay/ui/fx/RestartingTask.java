package dev.assay.ui.fx;

import dev.assay.llm.CancelledException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work that is worth nothing once newer work of its kind is asked for, such as a search while somebody types: the
 * thread of the older work is interrupted and its result thrown away. Call it on the FX thread.
 */
public final class RestartingTask {
    private final Tasks tasks;
    private @Nullable Attempt current;

    /** @param tasks does the work */
    public RestartingTask(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Stops what is under way and does {@code work} instead. */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed) {
        stop();
        var attempt = new Attempt();
        current = attempt;
        tasks.run(
                () -> attempt.get(work),
                result -> settle(attempt, () -> done.accept(result)),
                failure -> settle(attempt, () -> failed.accept(failure)));
    }

    /** Stops what is under way; nobody hears of it any more. */
    public void stop() {
        if (current != null) {
            current.stop();
            current = null;
        }
    }

    private void settle(Attempt attempt, Runnable outcome) {
        if (current == attempt) {
            current = null;
            outcome.run();
        }
    }

    /** Interrupts its thread only while that does this work: threads are used again. */
    private static final class Attempt {
        private @Nullable Thread thread;
        private boolean stopped;

        <T> T get(Supplier<T> work) {
            begin();
            try {
                return work.get();
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            if (stopped) {
                throw new CancelledException("Stopped before it began");
            }
            thread = Thread.currentThread();
        }

        private synchronized void end() {
            thread = null;
            if (stopped) {
                Thread.interrupted();
            }
        }

        synchronized void stop() {
            stopped = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
