package dev.assay.ui.compare;

import dev.assay.experiment.CellChoice;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.TestCase;
import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.rows.Rest;
import dev.assay.ui.results.rows.ResultsViewModel;
import dev.assay.ui.results.rows.RunEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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
        /** No call begins until the user lets it go on. */
        PAUSED,
        /** The user pressed Stop; calls under way are being cut. */
        STOPPING,
        DONE,
        STOPPED,
        /** The run could not be made. */
        FAILED;

        boolean isUnderWay() {
            return this == RUNNING || this == PAUSED || this == STOPPING;
        }
    }

    private final Bench bench;
    private final Tasks tasks;
    private final Executor frames;
    private final SetupViewModel setup;
    private final EstimateViewModel estimate;
    private final SavedComparisons saved;
    private final BatchesViewModel batches = new BatchesViewModel();
    private final ResultsViewModel results = new ResultsViewModel();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Rest> rest = new ReadOnlyObjectWrapper<>(Rest.NONE);
    private final ReadOnlyObjectWrapper<@Nullable String> votable = new ReadOnlyObjectWrapper<>();
    private final LongSupplier nanos;
    private RunWork work;

    /**
     * @param frames runs a task on the FX thread with the next frame
     * @param nanos tells the time in nanoseconds of any beginning
     */
    public CompareViewModel(Bench bench, Tasks tasks, Executor frames, LongSupplier nanos) {
        this.bench = bench;
        this.tasks = tasks;
        this.frames = frames;
        this.nanos = nanos;
        work = new RunWork(bench);
        setup = new SetupViewModel(bench, tasks);
        estimate = new EstimateViewModel(setup, bench, tasks);
        saved = new SavedComparisons(setup, bench, tasks);
    }

    /** Runs what is set up; ignored while a run goes on. */
    void run() {
        run(CellChoice.MISSING);
    }

    /** The same for one column alone, from 0; the others can be run later. */
    public void runColumn(int column) {
        run(CellChoice.MISSING.of(column));
    }

    private void run(CellChoice choice) {
        if (isRunning()) {
            return;
        }
        failure.set(null);
        try {
            Experiment experiment = setup.experiment();
            int cells = experiment.cellCount();
            start(
                    choice.variant() == null
                            ? cells
                            : cells / experiment.variants().size(),
                    () -> experiment.dataset().cases(),
                    (control, listener) -> bench.compare(experiment, choice, control, listener));
        } catch (InputException e) {
            fail(Failure.of(e));
        }
    }

    /** Runs what the last run lacks; ignored while a run goes on. */
    void resume(boolean failedToo) {
        String id = rest.get().runId();
        if (id != null) {
            resume(id, failedToo);
        }
    }

    /** Runs what a run of history lacks, and shows it here; ignored while a run goes on. */
    public void resume(String runId, boolean failedToo) {
        CellChoice choice = failedToo ? CellChoice.MISSING_AND_FAILED : CellChoice.MISSING;
        startFrom(runId, budget -> (control, listener) -> bench.resume(runId, choice, budget, control, listener));
    }

    /** Judges the answers of a run of history anew, and shows that here; ignored while a run goes on. */
    public void rejudge(String runId, List<Metric> metrics, @Nullable ModelId judge) {
        startFrom(
                runId,
                budget -> (control, listener) -> bench.rejudge(runId, metrics, judge, budget, control, listener));
    }

    /** Makes all calls of a run of history again, and shows that here; ignored while a run goes on. */
    public void replay(String runId) {
        startFrom(runId, budget -> (control, listener) -> bench.replay(runId, budget, control, listener));
    }

    private void startFrom(
            String runId, Function<@Nullable BigDecimal, BiFunction<RunControl, RunListener, Comparison>> run) {
        if (isRunning()) {
            return;
        }
        failure.set(null);
        try {
            start(0, () -> bench.cases(runId), run.apply(setup.limits().budget()));
        } catch (InputException e) {
            fail(Failure.of(e));
        }
    }

    private void start(int cells, Supplier<List<TestCase>> cases, BiFunction<RunControl, RunListener, Comparison> run) {
        state.set(State.RUNNING);
        batches.clear();
        progress.set(Progress.of(cells, nanos.getAsLong()));
        var started = new RunWork(bench);
        work = started;
        tasks.run(
                () -> started.carryOut(
                        cases, run, frames, (begun, rows) -> begin(begun, rows, cells), this::apply, batches::take),
                ended -> frames.execute(() -> finish(ended)),
                this::fail);
    }

    private void begin(Run run, List<TestCase> cases, int cells) {
        results.begin(run, cases);
        votable.set(run.variants().size() > 1 ? run.id() : null);
        progress.set(Progress.of(cells == 0 ? run.cellCount() : cells, nanos.getAsLong()));
    }

    /** Stops the run; finished cells are kept. */
    void stop() {
        if ((state.get() == State.RUNNING || state.get() == State.PAUSED) && work.stop()) {
            state.set(State.STOPPING);
        }
    }

    /** Begins no further call; what is under way ends. */
    void pause() {
        if (state.get() == State.RUNNING) {
            work.pause();
            state.set(State.PAUSED);
        }
    }

    /** Goes on after a pause. */
    void goOn() {
        if (state.get() == State.PAUSED) {
            progress.set(progress.get().from(nanos.getAsLong()));
            state.set(State.RUNNING);
            work.goOn();
        }
    }

    private void apply(List<RunEvent> events) {
        results.apply(events);
        progress.set(progress.get().after(events, nanos.getAsLong()));
    }

    private void finish(RunWork.Ended ended) {
        results.finish(ended.comparison(), ended.figures());
        rest.set(ended.rest());
        batches.left();
        state.set(ended.comparison().run().status() == RunStatus.STOPPED ? State.STOPPED : State.DONE);
        estimate.refresh();
    }

    private void fail(Failure problem) {
        failure.set(problem);
        batches.left();
        results.cancelRest();
        Run run = work.run();
        if (isRunning() && run != null) {
            rest.set(new Rest(
                    run.id(),
                    progress.get().cells() - progress.get().ended(),
                    progress.get().failed(),
                    ""));
        }
        state.set(State.FAILED);
    }

    /** Has the providers leave off with the batches of the run that was stopped. */
    void cancelBatches() {
        Run run = work.run();
        if (run != null && !isRunning()) {
            tasks.run(() -> bench.cancelBatches(run.id()), cancelled -> frames.execute(batches::cancelled), this::fail);
        }
    }

    /** How far providers are with batches. */
    BatchesViewModel batches() {
        return batches;
    }

    private boolean isRunning() {
        return state.get().isUnderWay();
    }

    /** Makes ready a comparison of two versions; see {@link SetupViewModel#propose}. */
    public void propose(PromptRef baseline, PromptRef challenger, @Nullable ModelId model, @Nullable String dataset) {
        if (!isRunning()) {
            failure.set(null);
            rest.set(Rest.NONE);
            state.set(State.READY);
            setup.propose(baseline, challenger, model, dataset);
        }
    }

    /** What is to be run. */
    public SetupViewModel setup() {
        return setup;
    }

    /** What is saved of earlier set-ups. */
    SavedComparisons saved() {
        return saved;
    }

    /** What it would take. */
    EstimateViewModel estimate() {
        return estimate;
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

    /** What the last run lacks. */
    ReadOnlyObjectProperty<Rest> restProperty() {
        return rest.getReadOnlyProperty();
    }

    /** The run whose answers can be chosen between, also while it goes on; null where there are no two to a case. */
    ReadOnlyObjectProperty<@Nullable String> votableProperty() {
        return votable.getReadOnlyProperty();
    }

    /** Why the run could not be made, or null. */
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
