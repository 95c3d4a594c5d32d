package dev.assay.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.drift.Drift;
import dev.assay.history.Run;
import dev.assay.history.RunOrigin;
import dev.assay.history.RunStatus;
import dev.assay.judge.Metric;
import dev.assay.llm.StorageException;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.Samples;
import dev.assay.ui.runs.RunsViewModel.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            id -> Drift.between(comparison(id, "An answer"), comparison(id, "Another answer")),
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
    void aRunThatACallLeadsToIsSelectedOnceItIsLoaded() {
        runs.add(Samples.run(Samples.experiment(2), RunStatus.FINISHED));
        viewModel.filterProperty().set("nothing like it");

        viewModel.reveal(runs.getFirst().id());
        viewModel.load();

        assertThat(viewModel.filterProperty().get()).isEmpty();
        assertThat(viewModel.selectedProperty().get().run().id())
                .isEqualTo(runs.getFirst().id());
    }

    @Test
    void whatHasChangedSinceTheRunThatOneReplaysIsTold() {
        Run run = Samples.run(Samples.experiment(2), RunStatus.FINISHED);
        runs.add(run);
        viewModel.load();
        assertThat(viewModel.driftProperty().get()).isEmpty();

        runs.set(0, Samples.madeFrom(run, new RunOrigin(RunOrigin.Kind.REPLAYED, "earlier")));
        viewModel.load();

        assertThat(viewModel.driftProperty().get().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("A: 0 of 1 answer is the same to the last character.");
    }

    @Test
    void aRunIsAtFirstJudgedAnewAsItWas() {
        runs.add(Samples.run(Samples.experiment(2), RunStatus.FINISHED));
        viewModel.load();
        List<RunsViewModel.Rejudging> proposed = new ArrayList<>();

        viewModel.proposeRejudging(
                () -> new RunActions.JudgeOffer(List.of(Samples.THOROUGH, Samples.BRIEF), List.of()), proposed::add);

        RejudgeViewModel how = proposed.getFirst().how();
        assertThat(how.judges().getFirst()).isEqualTo(runs.getFirst().judge());
        assertThat(how.metrics()).isEqualTo(runs.getFirst().measured());
        assertThat(how.incomplete().get()).isFalse();

        how.wanted().values().forEach(wanted -> wanted.set(false));
        assertThat(how.incomplete().get()).isTrue();
        assertThat(how.chosenJudge()).isNull();
    }

    @Test
    void theWorkspacesOwnJudgesAreOfferedAsTheirFilesAreNow() {
        var before = new Metric("tone", "rubric", Map.of("version", "1"), null);
        var now = new Metric("tone", "rubric", Map.of("version", "2"), null);
        var other = new Metric("brevity", "rubric", Map.of("version", "1"), null);
        Run run = Samples.run(Samples.experiment(2), RunStatus.FINISHED).measuring(List.of(before));

        var how = new RejudgeViewModel(run, new RunActions.JudgeOffer(List.of(), List.of(other, now)));

        assertThat(how.metrics()).containsExactly(now);
        assertThat(how.isChanged(now)).isTrue();
        assertThat(how.isChanged(other)).isFalse();
        assertThat(how.wanted()).containsKey(other).doesNotContainKey(before);
        how.wanted().get(other).set(true);
        assertThat(how.metrics()).containsExactly(now, other);
    }

    private Comparison comparison(String id, String text) {
        return Samples.comparison(runs.getFirst(), List.of(Samples.cell(0, 0, text, 0.5)));
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
                id -> null,
                new Tasks(Runnable::run, Runnable::run));

        failing.load();

        assertThat(failing.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(failing.problemProperty().get()).isEqualTo("history.mv.db cannot be read");
    }
}
