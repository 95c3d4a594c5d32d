package dev.assay.ui.prompts.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunListener;
import dev.assay.history.CellKey;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.ui.fx.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class TryViewModelTest {
    private static final ModelId MODEL = ModelId.parse("offline/brief");

    private final List<Experiment> ran = new ArrayList<>();

    @Test
    void aTrialIsTheSmallestExperiment() {
        run((experiment, listener) -> {
            ran.add(experiment);
            throw new CancelledException("Stopped");
        });

        assertThat(ran).singleElement().satisfies(experiment -> {
            assertThat(experiment.cellCount()).isEqualTo(1);
            assertThat(experiment.dataset().cases().getFirst().inputs()).isEqualTo(Map.of("x", "1"));
            assertThat(experiment.metrics()).isEmpty();
        });
    }

    @Test
    void whatArrivedBeforeAStopIsKept() {
        TryViewModel trial = run((experiment, listener) -> {
            listener.textArrived(new CellKey(0, 0, 0), "Half an ");
            listener.textArrived(new CellKey(0, 0, 0), "answer");
            throw new CancelledException("Stopped");
        });

        assertThat(trial.stateProperty().get()).isEqualTo(TryViewModel.State.STOPPED);
        assertThat(trial.answerProperty().get()).isEqualTo("Half an answer");
        assertThat(trial.problemProperty().get()).isEmpty();
    }

    @Test
    void whatCannotRunSaysWhy() {
        TryViewModel trial = run((experiment, listener) -> {
            throw new InputException("There is no provider 'x'");
        });

        assertThat(trial.stateProperty().get()).isEqualTo(TryViewModel.State.FAILED);
        assertThat(trial.problemProperty().get()).isEqualTo("There is no provider 'x'");
    }

    @Test
    void stoppingInterruptsTheRun() {
        var trials = new ArrayList<TryViewModel>();
        var trial = new TryViewModel(
                (experiment, listener) -> {
                    trials.getFirst().stop();
                    assertThat(Thread.interrupted()).isTrue();
                    throw new CancelledException("Stopped");
                },
                new Tasks(Runnable::run, Runnable::run),
                Runnable::run);
        trials.add(trial);

        trial.run("p", Map.of(), MODEL);

        assertThat(trial.stateProperty().get()).isEqualTo(TryViewModel.State.STOPPED);
    }

    private static TryViewModel run(BiFunction<Experiment, RunListener, Comparison> runner) {
        var trial = new TryViewModel(runner, new Tasks(Runnable::run, Runnable::run), Runnable::run);
        trial.run("p", Map.of("x", "1"), MODEL);
        return trial;
    }
}
