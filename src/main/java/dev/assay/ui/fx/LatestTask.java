package dev.assay.ui.fx;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work whose result is soon out of date, such as a preview while somebody types: one piece is under way at a time,
 * of those asked for meanwhile only the last is done, and only the newest result is shown. Call it on the FX thread.
 */
public final class LatestTask {
    private final Tasks tasks;
    private boolean busy;
    private @Nullable Runnable next;

    /** @param tasks does the work */
    public LatestTask(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Does {@code work} unless newer work is asked for before its turn; hands on its result unless newer work waits. */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed) {
        if (busy) {
            next = () -> run(work, done, failed);
            return;
        }
        busy = true;
        tasks.run(work, result -> settle(() -> done.accept(result)), failure -> settle(() -> failed.accept(failure)));
    }

    private void settle(Runnable outcome) {
        busy = false;
        Runnable newer = next;
        next = null;
        (newer == null ? outcome : newer).run();
    }
}
