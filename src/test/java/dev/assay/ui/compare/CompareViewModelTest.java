package dev.assay.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.CellChoice;
import dev.assay.experiment.Variant;
import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import dev.assay.ui.compare.CompareViewModel.State;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.Samples;
import dev.assay.ui.results.rows.CellState;
import dev.assay.ui.results.rows.RowFilter;
import dev.assay.ui.results.rows.RunEvent;
import dev.assay.workbench.experiments.SavedExperiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
    private final FakeBench bench = new FakeBench();
    private final AtomicLong nanos = new AtomicLong();
    private final CompareViewModel viewModel =
            new CompareViewModel(bench, new Tasks(Runnable::run, Runnable::run), Runnable::run, nanos::get);
    private final SetupViewModel setup = viewModel.setup();

    @Test
    void itProposesTwoVariantsOfOnePromptAndTheDatasetThatFits() {
        setup.load();

        assertThat(setup.variants())
                .extracting(variant -> variant.promptProperty().get())
                .containsExactly("meeting/notes", "meeting/notes.detailed");
        assertThat(setup.datasetNameProperty().get()).isEqualTo("meetings");
        assertThat(setup.plan().getValue().action()).isEqualTo("Run 6 calls");
        assertThat(setup.plan().getValue().judgements()).isEqualTo(12);
    }

    @Test
    void whatItWouldCostIsToldWithEveryChoiceAndAnewAfterTheRun() {
        setup.load();
        assertThat(viewModel.estimate().toldProperty().get().brief()).isEqualTo("about $0.12");
        assertThat(viewModel.estimate().toldProperty().get().whole())
                .contains("6 answers and 12 judgements", "About $0.12 ($0.08 to $0.20)", "about 40 s");

        bench.likely = null;
        setup.repeatsProperty().set(2);
        assertThat(bench.estimated.getLast().repeats()).isEqualTo(2);
        assertThat(viewModel.estimate().toldProperty().get().brief()).isEqualTo("$0.08 to $0.20");

        viewModel.run();
        assertThat(viewModel.estimate().toldProperty().get().brief()).endsWith(" \u00b7 2 cached");
    }

    @Test
    void nothingIsToldOfACostWhileAFieldIsWrong() {
        setup.load();
        setup.variants().get(0).maxTokensProperty().set("many");

        assertThat(viewModel.estimate().toldProperty().get().brief()).isEmpty();
    }

    @Test
    void runningFillsEveryCellAndAddsUpWhatItCosts() {
        setup.load();

        viewModel.run();

        assertThat(viewModel.stateProperty().get()).isEqualTo(State.DONE);
        assertThat(viewModel.progressProperty().get().text()).isEqualTo("6/6 \u00b7 $0.019");
        assertThat(viewModel.results().shown())
                .allSatisfy(row -> assertThat(row.cells()).allMatch(cell -> cell.state() == CellState.DONE));
    }

    @Test
    void whatTheUserChoseIsWhatRuns() {
        setup.load();
        VariantSetup second = setup.variants().get(1);
        second.promptProperty().set("answer");
        second.revisionProperty().set(second.revisions().get(1));
        second.modelProperty().set(setup.models().get(1));
        second.temperatureProperty().set("0.2");
        second.maxTokensProperty().set(" 800 ");
        setup.metrics().wanted("coherence").set(false);
        setup.metrics().wanted("safety").set(true);
        setup.repeatsProperty().set(2);

        viewModel.run();

        var ran = bench.ran.getFirst();
        assertThat(ran.variants().get(1).prompt()).hasToString("answer@1234567890123456789012345678901234567890");
        assertThat(ran.variants().get(1).model()).hasToString("offline/thorough");
        assertThat(ran.variants().get(1).parameters().temperature()).isEqualTo(0.2);
        assertThat(ran.variants().get(1).parameters().maxOutputTokens()).isEqualTo(800);
        assertThat(Metric.names(ran.metrics())).containsExactly("relevance", "safety");
        assertThat(ran.repeats()).isEqualTo(2);
    }

    @Test
    void aValueThatIsNoNumberIsNamedAndNothingRuns() {
        setup.load();
        setup.variants().get(0).temperatureProperty().set("warm");

        viewModel.run();

        assertThat(bench.ran).isEmpty();
        assertThat(viewModel.stateProperty().get()).isEqualTo(State.FAILED);
        assertThat(viewModel.failureProperty().get())
                .extracting(Failure::summary)
                .asString()
                .contains("'warm'");
    }

    @Test
    void aStoppedRunKeepsWhatWasFinished() {
        bench.stopAfter = 1;
        setup.load();

        viewModel.run();

        assertThat(viewModel.stateProperty().get()).isEqualTo(State.STOPPED);
        assertThat(viewModel.results().shown().get(0).cells().get(0).state()).isEqualTo(CellState.DONE);
        assertThat(viewModel.results().shown().get(2).cells().get(1).state()).isEqualTo(CellState.CANCELLED);
    }

    @Test
    void aStoppedRunTellsWhatItLacksAndGoesOnFromThere() {
        bench.stopAfter = 1;
        setup.load();
        setup.metrics().wanted("coherence").set(false);
        viewModel.run();
        assertThat(viewModel.restProperty().get().missing()).isEqualTo(5);

        bench.stopAfter = Integer.MAX_VALUE;
        setup.limits().budgetProperty().set("$0.50");
        viewModel.resume(false);

        assertThat(bench.resumed).containsExactly(CellChoice.MISSING);
        assertThat(bench.budget).isEqualByComparingTo("0.50");
        assertThat(viewModel.stateProperty().get()).isEqualTo(State.DONE);
        assertThat(viewModel.restProperty().get().missing()).isZero();
        assertThat(viewModel.results().shown())
                .allSatisfy(row -> assertThat(row.cells()).allMatch(cell -> cell.state() == CellState.DONE));
    }

    @Test
    void aSetUpIsSavedAndSetUpAgainAsItWas() {
        setup.load();
        setup.variants().get(1).temperatureProperty().set("0.2");
        setup.variants().get(1).maxTokensProperty().set("800");
        setup.metrics().wanted("coherence").set(false);
        setup.repeatsProperty().set(3);
        setup.limits().budgetProperty().set("2.50");
        viewModel.saved().save("mine");
        assertThat(viewModel.saved().names()).containsExactly("mine");
        var experiment = setup.experiment();

        setup.remove(setup.variants().get(1));
        setup.metrics().wanted("safety").set(true);
        setup.repeatsProperty().set(1);
        setup.limits().budgetProperty().set("");
        viewModel.saved().open("mine");

        assertThat(setup.experiment()).isEqualTo(experiment);
    }

    @Test
    void whatNoListOffersIsSetUpAllTheSame() {
        setup.load();
        var experiment = setup.experiment();
        var contains = new Metric("cites", "contains", Map.of("value", "[1]"), 0.5);
        bench.saved.put(
                "other",
                new SavedExperiment(
                        "t",
                        List.of(new Variant(
                                experiment.variants().getFirst().prompt(),
                                ModelId.parse("house/unlisted"),
                                experiment.variants().getFirst().parameters())),
                        "meetings",
                        null,
                        List.of(contains),
                        null,
                        1,
                        experiment.settings()));

        viewModel.saved().open("other");
        setup.load();

        assertThat(setup.experiment().metrics()).containsExactly(contains);
        assertThat(setup.experiment().variants().getFirst().model()).hasToString("house/unlisted");
        assertThat(setup.plan().getValue().judgements()).isZero();
        assertThat(setup.plan().getValue().isComplete()).isTrue();
    }

    @Test
    void aNameThatCannotBeAFileIsRefusedInWords() {
        setup.load();

        viewModel.saved().save("a/b");

        assertThat(viewModel.saved().problemProperty().get()).contains("cannot be called 'a/b'");
    }

    @Test
    void anEarlierRunIsJudgedAnewAndMadeAgainHere() {
        setup.load();

        viewModel.rejudge("r1", List.of(Metric.of("coherence")), Samples.BRIEF);
        assertThat(bench.again).containsExactly("judge r1 by offline/brief for [coherence]");
        assertThat(viewModel.stateProperty().get()).isEqualTo(State.DONE);
        assertThat(viewModel.results().shown()).hasSize(3);

        viewModel.replay("r1");
        assertThat(bench.again).contains("replay r1");
    }

    @Test
    void errorsAreAskedForAgain() {
        bench.failing = true;
        setup.load();
        viewModel.run();
        assertThat(viewModel.restProperty().get().failed()).isEqualTo(3);

        bench.failing = false;
        viewModel.resume(true);

        assertThat(bench.resumed).containsExactly(CellChoice.MISSING_AND_FAILED);
        assertThat(viewModel.restProperty().get().failed()).isZero();
    }

    @Test
    void aRunIsPausedAndGoesOn() {
        List<State> states = new ArrayList<>();
        bench.afterFirstCell = () -> {
            viewModel.pause();
            states.add(viewModel.stateProperty().get());
            viewModel.goOn();
            states.add(viewModel.stateProperty().get());
        };
        setup.load();

        viewModel.run();

        assertThat(states).containsExactly(State.PAUSED, State.RUNNING);
        assertThat(viewModel.stateProperty().get()).isEqualTo(State.DONE);
    }

    @Test
    void oneVariantRunsAlone() {
        setup.load();

        viewModel.runColumn(1);

        assertThat(bench.chosen).containsExactly(CellChoice.MISSING.of(1));
    }

    @Test
    void aBudgetThatIsNoAmountIsNamedAndNothingRuns() {
        setup.load();
        setup.limits().budgetProperty().set("a lot");

        viewModel.run();

        assertThat(bench.ran).isEmpty();
        assertThat(viewModel.failureProperty().get().summary()).contains("'a lot'");
    }

    @Test
    void budgetAndEarlyEndAreSettingsOfTheRun() {
        setup.load();
        setup.limits().budgetProperty().set("1.25");
        setup.limits().whenSettledProperty().set(true);

        viewModel.run();

        var settings = bench.ran.getFirst().settings();
        assertThat(settings.budgetUsd()).isEqualByComparingTo("1.25");
        assertThat(settings.stopWhenSettled()).isEqualTo("relevance");
    }

    @Test
    void theTimeThatIsLeftIsReckonedFromCellsThatEndedHere() {
        List<RunEvent> events = List.of(
                new RunEvent.Kept(Samples.cell(0, 0, "a", 0.5)), new RunEvent.Finished(Samples.cell(0, 1, "b", 0.5)));

        Progress progress = Progress.of(10, 0).after(events, 5_000_000_000L);

        assertThat(progress.ended()).isEqualTo(2);
        assertThat(progress.text()).endsWith("40s left");
        assertThat(progress.from(9_000_000_000L).text()).doesNotContain("left");
    }

    @Test
    void aDatasetThatCannotBeReadSaysWhere() {
        setup.load();
        setup.datasetNameProperty().set("handbook");

        assertThat(setup.problemProperty().get()).isEqualTo("datasets/handbook.csv:3:1: too few values");
        assertThat(setup.plan().getValue().answers()).isZero();
    }

    @Test
    void aDatasetThatAnotherProgramChangedIsReadAgain() {
        setup.load();
        bench.cases = 5;

        setup.load();

        assertThat(setup.plan().getValue().action()).isEqualTo("Run 10 calls");
    }

    @Test
    void theJudgeFollowsTheVariantsUntilTheUserChoosesOne() {
        setup.load();
        assertThat(setup.judgeProperty().get().model()).isEqualTo(Samples.THOROUGH);

        setup.variants().getFirst().modelProperty().set(new ModelChoice(FakeBench.PAID, null));
        assertThat(setup.judgeProperty().get().model()).isEqualTo(FakeBench.PAID);

        setup.judgeProperty().set(setup.models().getFirst());
        setup.variants().getFirst().modelProperty().set(setup.models().get(1));
        assertThat(setup.judgeProperty().get().model()).isEqualTo(Samples.BRIEF);
    }

    @Test
    void anEmptyWorkspaceSaysWhatItLacksAndCannotRun() {
        bench.prompts = List.of();
        bench.datasets = List.of();
        setup.load();
        assertThat(setup.plan().getValue().isComplete()).isFalse();
        assertThat(setup.plan().getValue().summary()).isEqualTo("No prompt yet");

        bench.prompts = List.of("answer");
        setup.load();
        assertThat(setup.variants())
                .extracting(variant -> variant.promptProperty().get())
                .containsOnly("answer");
        assertThat(setup.plan().getValue().summary()).isEqualTo("No dataset yet");

        bench.datasets = List.of("meetings");
        setup.load();
        assertThat(setup.plan().getValue().isComplete()).isTrue();
        setup.variants().getFirst().modelProperty().set(null);
        assertThat(setup.plan().getValue().summary()).isEqualTo("Not everything is chosen yet");
    }

    @Test
    void callsThatFailedAreCounted() {
        bench.failing = true;
        setup.load();

        viewModel.run();

        assertThat(viewModel.progressProperty().get().failures()).isEqualTo("3 of 6 failed");
        assertThat(viewModel.results().countsProperty().get()).containsEntry(RowFilter.ERRORS, 3);
    }

    @Test
    void oneVariantAlwaysStaysAndTwelveAreTheMost() {
        setup.load();
        for (int i = 0; i < 14; i++) {
            setup.addVariant();
        }
        assertThat(setup.variants()).hasSize(12);
        while (setup.variants().size() > 1) {
            setup.remove(setup.variants().getLast());
        }
        setup.remove(setup.variants().getFirst());
        assertThat(setup.variants()).hasSize(1);
    }

    @Test
    void theWorkspacesOwnJudgesAreOffered() {
        var tone = new Metric("tone", "rubric", Map.of("description", "d"), null);
        bench.judges = List.of(tone);
        setup.load();
        setup.metrics().wanted("tone").set(true);
        setup.load();

        assertThat(setup.metrics().offered())
                .startsWith("relevance", "coherence")
                .endsWith("tone");
        assertThat(setup.metrics().metrics()).hasSize(3).contains(tone);
        assertThat(setup.experiment().metrics()).contains(tone);
    }

    @Test
    void anUnknownPriceIsSaidToBeUnknown() {
        setup.load();

        assertThat(setup.models())
                .extracting(ModelChoice::priceText)
                .containsExactly("$0.20 / $1.50 per M", "price unknown", "price unknown");
    }
}
