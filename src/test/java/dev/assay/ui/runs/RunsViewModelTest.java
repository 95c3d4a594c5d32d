package dev.assay.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import dev.assay.llm.StorageException;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.Samples;
import dev.assay.ui.runs.RunsViewModel.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsViewModelTest {
    private final List<Run> runs = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final RunsViewModel viewModel = new RunsViewModel(
            () -> List.copyOf(runs),
            id -> {
                asked.add(id);
                return Samples.comparison(runs.getFirst(), List.of(Samples.cell(0, 0, "An answer", 0.5)));
            },
            new Tasks(Runnable::run, Runnable::run));

    @Test
    void withoutRunsItIsEmpty() {
        viewModel.load();

        assertThat(viewModel.stateProperty().get()).isEqualTo(State.EMPTY);
    }

    @Test
    void theNewestRunIsOpenAtFirst() {
        runs.add(Samples.run(Samples.experiment(2), RunStatus.FINISHED));

        viewModel.load();

        assertThat(viewModel.stateProperty().get()).isEqualTo(State.LOADED);
        assertThat(viewModel.results().shown()).hasSize(1);
        assertThat(viewModel.shown().getFirst().figuresProperty().get().cost()).isEqualTo("$0.012");
        assertThat(viewModel.shown().getFirst().figuresProperty().get().scores())
                .isEqualTo("A  relevance 0.75\nB  relevance 0.75");
    }

    @Test
    void theFilterWantsAllItsWords() {
        runs.add(Samples.run(Samples.experiment(2), RunStatus.STOPPED));
        viewModel.load();

        viewModel.filterProperty().set("thorough STOPPED");
        assertThat(viewModel.shown()).hasSize(1);
        viewModel.filterProperty().set("thorough finished");
        assertThat(viewModel.shown()).isEmpty();
    }

    @Test
    void figuresAreLoadedOnceForALineInSight() {
        runs.add(Samples.run(Samples.experiment(2), RunStatus.FINISHED));
        viewModel.load();
        asked.clear();
        var line = new RunLine(runs.getFirst());

        viewModel.lookAt(line);
        viewModel.lookAt(line);

        assertThat(asked).hasSize(1);
        assertThat(line.figuresProperty().get()).isNotNull();
    }

    @Test
    void aHistoryThatCannotBeReadSaysWhy() {
        var failing = new RunsViewModel(
                () -> {
                    throw new StorageException("history.mv.db cannot be read");
                },
                id -> null,
                new Tasks(Runnable::run, Runnable::run));

        failing.load();

        assertThat(failing.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(failing.problemProperty().get()).isEqualTo("history.mv.db cannot be read");
    }
}
