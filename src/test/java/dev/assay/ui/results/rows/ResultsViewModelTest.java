package dev.assay.ui.results.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Experiment;
import dev.assay.history.CellKey;
import dev.assay.history.Run;
import dev.assay.history.RunStatus;
import dev.assay.history.Vote;
import dev.assay.llm.CallWait;
import dev.assay.llm.ModelId;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsViewModelTest {
    private final Experiment experiment = Samples.experiment(2);
    private final Run run = Samples.run(experiment, RunStatus.RUNNING);
    private final ResultsViewModel results = new ResultsViewModel();

    private ResultCell cell(int variant, int testCase) {
        return results.shown().get(testCase).cells().get(variant);
    }

    @Test
    void aRunBeginsWithEveryCellQueued() {
        results.begin(run, experiment.dataset().cases());

        assertThat(results.columns()).hasSize(2);
        assertThat(results.shown()).hasSize(2);
        assertThat(cell(1, 1).state()).isEqualTo(CellState.QUEUED);
    }

    @Test
    void aCellGoesFromWritingToJudgingToDone() {
        results.begin(run, experiment.dataset().cases());
        var key = new CellKey(0, 1, 0);

        results.apply(List.of(new RunEvent.Started(key), new RunEvent.Text(key, "Hel"), new RunEvent.Text(key, "lo")));
        assertThat(cell(0, 1).state()).isEqualTo(CellState.STREAMING);
        assertThat(cell(0, 1).front().text()).isEqualTo("Hello");

        results.apply(List.of(new RunEvent.Judging(key)));
        assertThat(cell(0, 1).state()).isEqualTo(CellState.JUDGING);

        results.apply(List.of(new RunEvent.Finished(Samples.cell(0, 1, "Hello", 0.5))));
        assertThat(cell(0, 1).state()).isEqualTo(CellState.DONE);
        assertThat(cell(0, 1).score("relevance")).hasValue(0.5);
        assertThat(cell(0, 1).score("coherence")).isEmpty();
        assertThat(results.columns().get(0).endedProperty().get()).isEqualTo(1);
    }

    @Test
    void aCaseIsUnvotedWhileItHasTwoAnswersThatTheUserHasNotChosenBetween() {
        results.begin(run, experiment.dataset().cases());
        results.apply(List.of(new RunEvent.Finished(Samples.cell(0, 1, "Hello", 0.5))));
        assertThat(results.countsProperty().get()).doesNotContainKey(RowFilter.UNVOTED);
        results.apply(List.of(new RunEvent.Finished(Samples.cell(1, 1, "Hi", 0.5))));
        assertThat(results.countsProperty().get()).containsEntry(RowFilter.UNVOTED, 1);

        results.take(List.of(new Vote(1, 1, 0, Vote.Choice.TIE, "me", Instant.EPOCH)));

        assertThat(results.countsProperty().get().getOrDefault(RowFilter.UNVOTED, 0))
                .isZero();
        assertThat(results.shown()).hasSize(2);
    }

    @Test
    void theUsersOwnVotesAreLookedUpForEachRunAndAfterEachVoting() {
        List<String> asked = new ArrayList<>();
        OwnVotes.follow(results, new Tasks(Runnable::run, Runnable::run), id -> {
            asked.add(id);
            return List.of();
        });
        results.begin(run, experiment.dataset().cases());
        results.vote();
        results.begin(run, experiment.dataset().cases());

        assertThat(asked).containsExactly(run.id(), run.id(), run.id());
    }

    @Test
    void aCellWhoseCallWaitsSaysWhatForAndUntilWhen() {
        results.begin(run, experiment.dataset().cases());
        var key = new CellKey(0, 1, 0);
        var model = new ModelId("openai", "small");
        var limit = new CallWait(model, CallWait.Cause.SERVER_LIMIT, Duration.ofMillis(11_200));
        var turn = new CallWait(model, CallWait.Cause.TURN, null);

        results.apply(List.of(new RunEvent.Started(key), RunEvent.Waiting.of(key, turn, LocalTime.of(12, 30, 50))));
        assertThat(cell(0, 1).front().waiting()).isEqualTo("Waiting for a turn at openai");
        results.apply(List.of(RunEvent.Waiting.of(key, limit, LocalTime.of(12, 30, 48))));
        assertThat(cell(0, 1).front().waiting()).isEqualTo("Waiting 12 s for openai's rate limit, until 12:31:00");
        results.apply(List.of(new RunEvent.WaitOver(key)));
        assertThat(cell(0, 1).front().waiting()).isEmpty();
    }

    @Test
    void manyTokensOfOneFrameChangeTheCellOnce() {
        results.begin(run, experiment.dataset().cases());
        List<List<Attempt>> changes = new ArrayList<>();
        cell(0, 0).attemptsProperty().addListener((property, before, after) -> changes.add(after));
        var key = new CellKey(0, 0, 0);

        results.apply(List.of(new RunEvent.Text(key, "a"), new RunEvent.Text(key, "b"), new RunEvent.Text(key, "c")));

        assertThat(changes).hasSize(1);
    }

    @Test
    void theErrorsFilterKeepsRowsWithAFailedCellOnly() {
        results.show(Samples.comparison(
                Samples.run(experiment, RunStatus.FINISHED),
                List.of(
                        Samples.cell(0, 0, "same", 1),
                        Samples.cell(0, 1, "same", 1),
                        Samples.cell(1, 0, "same", 1),
                        Samples.failed(1, 1, "Too many calls"))));

        results.filterProperty().set(RowFilter.ERRORS);

        assertThat(results.shown()).extracting(ResultRow::number).containsExactly(2);
        assertThat(cell(1, 0).front().text()).isEqualTo("Too many calls");
    }

    @Test
    void theDifferentFilterLeavesEqualAnswersOut() {
        results.show(Samples.comparison(
                Samples.run(experiment, RunStatus.FINISHED),
                List.of(
                        Samples.cell(0, 0, "same", 1),
                        Samples.cell(0, 1, "one", 1),
                        Samples.cell(1, 0, "same ", 1),
                        Samples.cell(1, 1, "another", 1))));

        results.filterProperty().set(RowFilter.DIFFERENT);

        assertThat(results.shown()).extracting(ResultRow::number).containsExactly(2);
    }

    @Test
    void rowsThatScoredHigherOrLowerThanTheBaselineAreToldApart() {
        results.show(Samples.comparison(
                Samples.run(experiment, RunStatus.FINISHED),
                List.of(
                        Samples.cell(0, 0, "one", 0.5),
                        Samples.cell(0, 1, "one", 0.5),
                        Samples.cell(1, 0, "two", 0.75),
                        Samples.cell(1, 1, "two", 0.25))));

        results.filterProperty().set(RowFilter.IMPROVED);
        assertThat(results.shown()).extracting(ResultRow::number).containsExactly(1);
        results.filterProperty().set(RowFilter.REGRESSED);
        assertThat(results.shown()).extracting(ResultRow::number).containsExactly(2);
    }

    @Test
    void countsAndTheChosenFilterFollowTheRun() {
        results.begin(run, experiment.dataset().cases());
        results.filterProperty().set(RowFilter.ERRORS);
        assertThat(results.countsProperty().get()).containsExactly(Map.entry(RowFilter.ALL, 2));

        results.apply(List.of(new RunEvent.Finished(Samples.failed(1, 1, "Too many calls"))));
        assertThat(results.countsProperty().get()).containsEntry(RowFilter.ERRORS, 1);
        assertThat(results.shown()).extracting(ResultRow::number).containsExactly(2);

        results.apply(List.of(new RunEvent.Finished(Samples.failed(0, 0, "Too many calls"))));
        assertThat(results.shown()).extracting(ResultRow::number).containsExactly(1, 2);

        results.apply(List.of(
                new RunEvent.Finished(Samples.cell(1, 0, "one", 0.5)),
                new RunEvent.Finished(Samples.cell(0, 1, "two", 0.5))));
        assertThat(results.countsProperty().get()).containsEntry(RowFilter.DIFFERENT, 2);
        assertThat(results.countsProperty().get()).doesNotContainKey(RowFilter.IMPROVED);
    }

    @Test
    void aStoppedRunLeavesUnfinishedCellsCancelledAndFinishedOnesAsTheyAre() {
        results.begin(run, experiment.dataset().cases());
        var done = Samples.cell(0, 0, "kept", 1);
        results.apply(List.of(new RunEvent.Finished(done)));

        var stopped = Samples.comparison(Samples.run(experiment, RunStatus.STOPPED), List.of(done));
        results.finish(stopped, ColumnFigures.of(stopped));

        assertThat(cell(0, 0).state()).isEqualTo(CellState.DONE);
        assertThat(cell(1, 1).state()).isEqualTo(CellState.CANCELLED);
    }
}
