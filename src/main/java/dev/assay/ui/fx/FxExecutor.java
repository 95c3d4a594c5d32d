package dev.assay.ui.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Runs tasks on the FX thread: at once where it is called there, else as soon as that thread is free. */
public final class FxExecutor implements Executor {
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /** Runs each task on the FX thread a while after it was given. */
    public static Executor after(Duration pause) {
        return CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, new FxExecutor());
    }

    /** Runs a task on the FX thread after what it does now. */
    public void later(Runnable task) {
        Platform.runLater(task);
    }
}
