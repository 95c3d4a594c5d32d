package dev.assay.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Gathers events of any thread and hands them on in order, in one list a frame: a fast stream of tokens must not flood
 * the FX thread. Thread-safe.
 */
public final class FrameCoalescer<E> implements Consumer<E> {
    private final Executor frames;
    private final Consumer<List<E>> sink;
    private List<E> waiting = new ArrayList<>();

    /**
     * @param frames runs a task with the next frame, such as {@link FrameExecutor}
     * @param sink hears the events gathered since the last frame; never an empty list
     */
    public FrameCoalescer(Executor frames, Consumer<List<E>> sink) {
        this.frames = frames;
        this.sink = sink;
    }

    @Override
    public void accept(E event) {
        boolean first;
        synchronized (this) {
            first = waiting.isEmpty();
            waiting.add(event);
        }
        if (first) {
            frames.execute(this::flush);
        }
    }

    private void flush() {
        List<E> batch;
        synchronized (this) {
            batch = waiting;
            waiting = new ArrayList<>();
        }
        if (!batch.isEmpty()) {
            sink.accept(batch);
        }
    }
}
