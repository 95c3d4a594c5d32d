package dev.assay.ui.runs;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.drift.Drift;
import dev.assay.history.Run;
import dev.assay.history.RunOrigin;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.rows.Rest;
import dev.assay.ui.results.rows.ResultsViewModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The earlier runs, and what one of them found. */
public final class RunsViewModel {
    /** How far the screen is. */
    enum State {
        LOADING,
        /** There is no run yet. */
        EMPTY,
        LOADED,
        FAILED
    }

    private final Supplier<List<Run>> history;
    private final Function<String, Comparison> comparisons;
    private final Function<String, Drift> drifts;
    private final Tasks tasks;
    private final ObservableList<RunLine> lines = FXCollections.observableArrayList();
    private final FilteredList<RunLine> shown = new FilteredList<>(lines);
    private final Set<String> asked = new HashSet<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable RunLine> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Rest> rest = new ReadOnlyObjectWrapper<>(Rest.NONE);
    private final ReadOnlyStringWrapper drift = new ReadOnlyStringWrapper("");
    private final ResultsViewModel results = new ResultsViewModel();
    private @Nullable String wanted;

    /**
     * @param history the newest runs first; slow
     * @param comparisons the figures of a run by id; slow
     * @param drifts what has changed since the run that a run replays, by its id; slow
     */
    public RunsViewModel(
            Supplier<List<Run>> history,
            Function<String, Comparison> comparisons,
            Function<String, Drift> drifts,
            Tasks tasks) {
        this.history = history;
        this.comparisons = comparisons;
        this.drifts = drifts;
        this.tasks = tasks;
        filter.subscribe(text -> shown.setPredicate(line -> line.matches(text)));
        selected.subscribe(this::open);
    }

    /** Loads the list again; the selected run stays selected. */
    void load() {
        tasks.run(history, this::show, this::fail);
    }

    /** Selects a run, now or once it is loaded; a filter that hides it goes. */
    public void reveal(String runId) {
        filter.set("");
        wanted = runId;
        lines.stream().filter(line -> line.run().id().equals(runId)).findFirst().ifPresent(line -> {
            wanted = null;
            selected.set(line);
        });
    }

    private @Nullable String selectedId() {
        String revealed = wanted;
        RunLine before = selected.get();
        wanted = null;
        return revealed != null
                ? revealed
                : before == null ? null : before.run().id();
    }

    private void show(List<Run> runs) {
        String chosen = selectedId();
        asked.clear();
        problem.set("");
        lines.setAll(runs.stream().map(RunLine::new).toList());
        state.set(lines.isEmpty() ? State.EMPTY : State.LOADED);
        selected.set(lines.stream()
                .filter(line -> line.run().id().equals(chosen))
                .findFirst()
                .orElse(lines.isEmpty() ? null : lines.getFirst()));
    }

    private void open(@Nullable RunLine line) {
        rest.set(Rest.NONE);
        drift.set("");
        if (line != null) {
            lookForDrift(line);
            tasks.run(
                    () -> comparisons.apply(line.run().id()),
                    comparison -> {
                        line.put(RunFigures.of(comparison));
                        if (line == selected.get()) {
                            results.show(comparison);
                            rest.set(Rest.of(comparison));
                        }
                    },
                    this::fail);
        }
    }

    private void lookForDrift(RunLine line) {
        RunOrigin origin = line.run().origin();
        if (origin != null && origin.kind() == RunOrigin.Kind.REPLAYED) {
            tasks.run(
                    () -> String.join("\n", drifts.apply(line.run().id()).sentences()),
                    told -> {
                        if (line == selected.get()) {
                            drift.set(told);
                        }
                    },
                    this::fail);
        }
    }

    /**
     * How a run is to be judged anew.
     *
     * @param how as the user chooses
     */
    record Rejudging(String runId, RejudgeViewModel how) {}

    /** Makes ready to judge the selected run anew; nothing happens where none is selected. */
    void proposeRejudging(Supplier<RunActions.JudgeOffer> judges, Consumer<Rejudging> ready) {
        RunLine line = selected.get();
        if (line != null) {
            tasks.run(
                    judges,
                    offered -> ready.accept(new Rejudging(line.run().id(), new RejudgeViewModel(line.run(), offered))),
                    this::fail);
        }
    }

    /** Loads a line's figures, once; called when the line comes into sight. */
    void lookAt(RunLine line) {
        if (asked.add(line.run().id()) && line.figuresProperty().get() == null) {
            tasks.run(() -> RunFigures.of(comparisons.apply(line.run().id())), line::put, this::fail);
        }
    }

    private void fail(Failure failure) {
        problem.set(failure.summary());
        if (lines.isEmpty()) {
            state.set(State.FAILED);
        }
    }

    /** The runs that the filter lets through. */
    ObservableList<RunLine> shown() {
        return shown;
    }

    /** Words that a run must hold; writable. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The run whose results are shown, or null; writable. */
    ObjectProperty<@Nullable RunLine> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong last, in one line; may be empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the selected run lacks. */
    ReadOnlyObjectProperty<Rest> restProperty() {
        return rest.getReadOnlyProperty();
    }

    /** What has changed since the run that the selected one replays, a line a variant; else empty. */
    ReadOnlyStringProperty driftProperty() {
        return drift.getReadOnlyProperty();
    }

    /** What the selected run found. */
    public ResultsViewModel results() {
        return results;
    }
}
