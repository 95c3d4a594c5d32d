package dev.assay.ui.prompts.preview;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.Variant;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.RunSettings;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.FrameCoalescer;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Sends the open prompt once and shows the answer while it arrives; the run is kept in history like any other. */
public final class TryViewModel {
    /** How far the run is. */
    public enum State {
        IDLE,
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    private final BiFunction<Experiment, RunListener, Comparison> runner;
    private final Tasks tasks;
    private final Executor frames;
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper indented = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Invocation> invocation = new ReadOnlyObjectWrapper<>();

    /**
     * @param runner runs an experiment to its end; stops when its thread is interrupted
     * @param frames runs a task on the FX thread with the next frame
     */
    public TryViewModel(BiFunction<Experiment, RunListener, Comparison> runner, Tasks tasks, Executor frames) {
        this.runner = runner;
        this.tasks = tasks;
        this.frames = frames;
    }

    /** Sends a prompt as it lies on disk. Does nothing while a run is under way. */
    public void run(String prompt, Map<String, Object> inputs, ModelId model) {
        if (state.get() == State.RUNNING) {
            return;
        }
        state.set(State.RUNNING);
        answer.set("");
        indented.set("");
        problem.set("");
        invocation.set(null);
        var variant = new Variant(new PromptRef(prompt, null), model, ModelParameters.DEFAULTS);
        var experiment = new Experiment(
                Messages.get("prompts.try.title", prompt),
                List.of(variant),
                Dataset.ofOne(Messages.get("prompts.try.dataset"), inputs),
                List.of(),
                null,
                1,
                new RunSettings(1, true, false, null, null));
        tasks.run(() -> runHere(experiment), this::ended, this::failed);
    }

    /** Stops the run; what has arrived is kept. */
    public void stop() {
        Thread running = worker.getAndSet(null);
        if (running != null) {
            running.interrupt();
        }
    }

    private Optional<Comparison> runHere(Experiment experiment) {
        var text = new FrameCoalescer<String>(frames, this::arrived);
        worker.set(Thread.currentThread());
        try {
            return Optional.of(runner.apply(experiment, new RunListener() {
                @Override
                public void textArrived(CellKey key, String delta) {
                    text.accept(delta);
                }
            }));
        } catch (CancelledException e) {
            return Optional.empty();
        } finally {
            worker.set(null);
        }
    }

    private void arrived(List<String> deltas) {
        if (state.get() == State.RUNNING) {
            answer.set(answer.get() + String.join("", deltas));
        }
    }

    private void ended(Optional<Comparison> comparison) {
        comparison
                .map(Comparison::cells)
                .filter(cells -> !cells.isEmpty())
                .map(List::getFirst)
                .map(Cell::answer)
                .ifPresentOrElse(this::answered, () -> state.set(State.STOPPED));
    }

    private void answered(Invocation call) {
        invocation.set(call);
        switch (call.outcome()) {
            case Outcome.Completed completed -> {
                answer.set(completed.response().output());
                indented.set(JsonText.indented(completed.response()).orElse(""));
                state.set(State.DONE);
            }
            case Outcome.Failed failed -> {
                answer.set(failed.partialText());
                problem.set(failed.message());
                state.set(State.FAILED);
            }
            case Outcome.Cancelled cancelled -> {
                answer.set(cancelled.partialText());
                state.set(State.STOPPED);
            }
        }
    }

    private void failed(Failure failure) {
        problem.set(failure.summary());
        state.set(State.FAILED);
    }

    /** How far the run is. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The answer as far as it has arrived. */
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The finished answer indented, where it is a JSON object or list; else empty. */
    public ReadOnlyStringProperty indentedProperty() {
        return indented.getReadOnlyProperty();
    }

    /** Why there is no answer; empty where nothing went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The finished call with its figures; null until it has ended. */
    public ReadOnlyObjectProperty<@Nullable Invocation> invocationProperty() {
        return invocation.getReadOnlyProperty();
    }
}
