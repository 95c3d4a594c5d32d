package dev.assay.ui.compare;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.TestCase;
import dev.assay.experiment.batch.BatchProgress;
import dev.assay.history.Run;
import dev.assay.llm.CancelledException;
import dev.assay.ui.fx.FrameCoalescer;
import dev.assay.ui.results.rows.ColumnFigures;
import dev.assay.ui.results.rows.Rest;
import dev.assay.ui.results.rows.RunEvent;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run on its way: its thread, its pause, and its events by the frame. */
final class RunWork {
    private final RunControl control = new RunControl();
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private final AtomicReference<@Nullable Run> started = new AtomicReference<>();
    private final Bench bench;

    RunWork(Bench bench) {
        this.bench = bench;
    }

    /** What came out; the figures of thousands of cells are reckoned off the FX thread. */
    record Ended(Comparison comparison, List<ColumnFigures> figures, Rest rest) {
        static Ended of(Comparison comparison) {
            return new Ended(comparison, ColumnFigures.of(comparison), Rest.of(comparison));
        }
    }

    /**
     * Runs to the end; not on the FX thread.
     *
     * @param cases the rows
     * @param run makes or continues the run
     * @param begun hears of its beginning, with the next frame
     * @param events hears what happens, once a frame
     * @param batches hears how far batches are, with the next frame
     */
    Ended carryOut(
            Supplier<List<TestCase>> cases,
            BiFunction<RunControl, RunListener, Comparison> run,
            Executor frames,
            BiConsumer<Run, List<TestCase>> begun,
            Consumer<List<RunEvent>> events,
            Consumer<BatchProgress> batches) {
        worker.set(Thread.currentThread());
        try {
            List<TestCase> rows = cases.get();
            var listener = RunEvent.listener(
                    new FrameCoalescer<>(frames, events),
                    now -> {
                        started.set(now);
                        frames.execute(() -> begun.accept(now, rows));
                    },
                    batch -> frames.execute(() -> batches.accept(batch)));
            return Ended.of(run.apply(control, listener));
        } catch (CancelledException e) {
            return Ended.of(stopped(e));
        } finally {
            worker.set(null);
        }
    }

    private Comparison stopped(CancelledException cause) {
        Run run = started.get();
        if (run == null) {
            throw cause;
        }
        // The interrupt has done its work: left standing, it would break the reading of history too.
        Thread.interrupted();
        return bench.comparison(run.id());
    }

    /** Cuts calls under way; false where nothing runs. */
    boolean stop() {
        Thread running = worker.get();
        if (running != null) {
            running.interrupt();
        }
        return running != null;
    }

    void pause() {
        control.pause();
    }

    void goOn() {
        control.goOn();
    }

    /** The run, once it is recorded. */
    @Nullable
    Run run() {
        return started.get();
    }
}
