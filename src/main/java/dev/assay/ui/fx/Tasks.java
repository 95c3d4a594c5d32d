package dev.assay.ui.fx;

import dev.assay.llm.AssayException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does slow work off the FX thread and brings the result back onto it. Call it on the FX thread. */
public final class Tasks {
    private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);

    private final Executor background;
    private final Executor fx;
    private Mender mender = (failure, again, giveUp) -> false;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper(0);

    /**
     * @param background does the work
     * @param fx runs what touches the window; tests pass {@code Runnable::run} for both
     */
    public Tasks(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
    }

    /** Who is asked first when a task fails. */
    public void mendWith(Mender chosen) {
        mender = chosen;
    }

    /**
     * Does {@code work} and hands its result to {@code done}, or what went wrong to {@code failed}. Once the window has
     * closed nothing is done any longer.
     */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed) {
        running.set(running.get() + 1);
        try {
            background.execute(() -> {
                Runnable outcome = attempt(work, done, failed);
                fx.execute(() -> {
                    running.set(running.get() - 1);
                    outcome.run();
                });
            });
        } catch (RejectedExecutionException e) {
            running.set(running.get() - 1);
            LOG.debug("The window has closed, so nobody waits for this work", e);
        }
    }

    /** Runs {@code change} on the FX thread; may be called on any thread. */
    public void show(Runnable change) {
        fx.execute(change);
    }

    /** Number of tasks under way. */
    public ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    private <T> Runnable attempt(Supplier<T> work, Consumer<T> done, Consumer<Failure> failed) {
        try {
            T result = work.get();
            return () -> done.accept(result);
        } catch (AssayException e) {
            return () -> {
                boolean offered = mender.offers(
                        e,
                        () -> run(work, done, failed),
                        () -> failed.accept(Failure.of(e).asTold()));
                if (!offered) {
                    failed.accept(Failure.of(e));
                }
            };
        } catch (RuntimeException e) {
            LOG.error("Background work failed", e);
            return () -> failed.accept(Failure.of(e));
        }
    }
}
