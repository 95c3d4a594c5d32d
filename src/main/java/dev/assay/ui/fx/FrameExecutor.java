package dev.assay.ui.fx;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;

/** Runs tasks on the FX thread with the next frame, all that are due together. */
public final class FrameExecutor implements Executor {
    private final Queue<Runnable> due = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final FxExecutor fx = new FxExecutor();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            stop();
            awaited.set(false);
            runDue();
        }
    };

    @Override
    public void execute(Runnable task) {
        due.add(task);
        if (awaited.compareAndSet(false, true)) {
            fx.execute(timer::start);
        }
    }

    private void runDue() {
        for (Runnable task = due.poll(); task != null; task = due.poll()) {
            task.run();
        }
    }
}
