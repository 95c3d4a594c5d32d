package dev.assay.ui.fx;

import java.util.concurrent.Executor;
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

    /** Runs a task on the FX thread after what it does now. */
    public void later(Runnable task) {
        Platform.runLater(task);
    }
}
