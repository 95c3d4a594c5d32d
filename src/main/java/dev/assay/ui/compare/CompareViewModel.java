package dev.assay.ui.compare;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Experiment;
import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.FrameCoalescer;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.rows.ColumnFigures;
import dev.assay.ui.results.rows.ResultsViewModel;
import dev.assay.ui.results.rows.RunEvent;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Runs what is set up and shows it while it runs. */
public final class CompareViewModel {
    /** How far the screen is. */
    enum State {
        /** Nothing has run yet. */
        READY,
        RUNNING,
        /** The user pressed Stop; calls under way are being cut. */
        STOPPING,
        DONE,
        STOPPED,
        /** The run could not be made. */
        FAILED
    }

    private final Bench bench;
    private final Tasks tasks;
    private final Executor frames;
    private final SetupViewModel setup;
    private final ResultsViewModel results = new ResultsViewModel();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();

    /**
     * @param frames runs a task on the FX thread with the next frame
     */
    public CompareViewModel(Bench bench, Tasks tasks, Executor frames) {
        this.bench = bench;
        this.tasks = tasks;
        this.frames = frames;
        setup = new SetupViewModel(bench, tasks);
    }

    /** Runs what is set up; ignored while a run goes on. */
    void run() {
        if (isRunning()) {
            return;
        }
        failure.set(null);
        try {
            run(setup.experiment());
        } catch (InputException e) {
            fail(Failure.of(e));
        }
    }

    private void run(Experiment experiment) {
        state.set(State.RUNNING);
        progress.set(Progress.of(experiment.cellCount()));
        var events = new FrameCoalescer<RunEvent>(frames, this::apply);
        var started = new AtomicReference<@Nullable Run>();
        var listener = RunEvent.listener(events, run -> {
            started.set(run);
            frames.execute(() -> results.begin(run, experiment.dataset().cases()));
        });
        tasks.run(
                () -> {
                    worker.set(Thread.currentThread());
                    try {
                        return Ended.of(bench.compare(experiment, listener));
                    } catch (CancelledException e) {
                        return Ended.of(stopped(started.get(), e));
                    } finally {
                        worker.set(null);
                    }
                },
                ended -> frames.execute(() -> finish(ended)),
                this::fail);
    }

    /** The figures of thousands of cells are reckoned off the FX thread. */
    private record Ended(Comparison comparison, List<ColumnFigures> figures) {
        static Ended of(Comparison comparison) {
            return new Ended(comparison, ColumnFigures.of(comparison));
        }
    }

    private Comparison stopped(@Nullable Run run, CancelledException cause) {
        if (run == null) {
            throw cause;
        }
        // The interrupt has done its work: left standing, it would break the reading of history too.
        Thread.interrupted();
        return bench.comparison(run.id());
    }

    /** Stops the run; finished cells are kept. */
    void stop() {
        Thread running = worker.get();
        if (state.get() == State.RUNNING && running != null) {
            state.set(State.STOPPING);
            running.interrupt();
        }
    }

    private void apply(List<RunEvent> events) {
        results.apply(events);
        progress.set(progress.get().after(events));
    }

    private void finish(Ended ended) {
        results.finish(ended.comparison(), ended.figures());
        state.set(ended.comparison().run().status() == RunStatus.STOPPED ? State.STOPPED : State.DONE);
    }

    private void fail(Failure problem) {
        failure.set(problem);
        results.cancelRest();
        state.set(State.FAILED);
    }

    private boolean isRunning() {
        return state.get() == State.RUNNING || state.get() == State.STOPPING;
    }

    /** Makes ready a comparison of two versions; see {@link SetupViewModel#propose}. */
    public void propose(PromptRef baseline, PromptRef challenger, @Nullable ModelId model, @Nullable String dataset) {
        if (!isRunning()) {
            failure.set(null);
            state.set(State.READY);
            setup.propose(baseline, challenger, model, dataset);
        }
    }

    /** What is to be run. */
    public SetupViewModel setup() {
        return setup;
    }

    /** What came out. */
    public ResultsViewModel results() {
        return results;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why the run could not be made, or null. */
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
