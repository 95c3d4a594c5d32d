package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.experiment.batch.BatchPace;
import dev.assay.experiment.batch.BatchProgress;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Outcome;
import dev.assay.history.RunBatch;
import dev.assay.history.RunSettings;
import dev.assay.history.RunStatus;
import dev.assay.history.RunVariant;
import dev.assay.judge.Judge;
import dev.assay.judge.Judgement;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatBatches.Result;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.Tier;
import dev.assay.prompt.PromptRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs whose answers come in batches. */
@Timeout(20)
class BatchedRunTest {
    private static final ModelId GPT = ModelId.parse("openai/gpt-4o");
    private static final ModelId MINI = ModelId.parse("openai/gpt-4o-mini");
    private static final ModelId LOCAL = ModelId.parse("offline/brief");
    private static final Instant NOW = Instant.parse("2026-11-23T14:15:02Z");

    private final RememberedHistory history = new RememberedHistory();
    private final ScriptedBatches provider = new ScriptedBatches();
    private final List<Duration> waits = new ArrayList<>();
    private BatchPace.Pause pause = waits::add;
    private List<Judge> judges = List.of();
    private @Nullable BigDecimal budget;

    @Test
    void theAnswersOfEachModelComeInOneBatchAtThePriceOfBatches() {
        Comparison comparison = run(List.of(GPT, MINI, GPT), 3);

        assertThat(provider.submitted.values()).extracting(List::size).containsExactly(6, 3);
        assertThat(provider.alone.asked).isEmpty();
        assertThat(comparison.run().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(comparison.cells()).hasSize(9);
        assertThat(history.batches).allMatch(RunBatch::collected);
        Cell cell = comparison.cells().getFirst();
        var response = ((Outcome.Completed) cell.answer().outcome()).response();
        assertThat(response.text()).isEqualTo("batched");
        assertThat(response.latency().total()).isNull();
        assertThat(cell.answer().batch()).isEqualTo("batch_1");
        assertThat(cell.answer().request().stream()).isFalse();
        // 10 tokens in at 1.25 and 5 out at 5 dollars a million: half of what single calls cost.
        assertThat(cell.answer().cost().usd()).isEqualByComparingTo("0.0000375");
        assertThat(cell.answer().cost().listed().tier()).isEqualTo(Tier.BATCH);
        assertThat(comparison.variants().getFirst().latencyMsP50()).isNull();
    }

    @Test
    void aBatchIsRecordedBeforeItIsAskedForAndEachAnswerBeforeItIsJudged() {
        provider.before = () -> assertThat(history.batches).hasSize(1).noneMatch(RunBatch::collected);
        judges = List.of(judge("relevance", judgement -> {
            assertThat(history.appended).hasSize(2);
            return 1.0;
        }));

        Comparison comparison = run(List.of(GPT), 2);

        assertThat(comparison.variants().getFirst().scores()).containsEntry("relevance", 1.0);
        assertThat(comparison.cells()).allMatch(cell -> cell.judgeCalls().isEmpty());
    }

    @Test
    void moreThanOneBatchTakesGoesInSeveral() {
        provider.most = 2;

        Comparison comparison = run(List.of(GPT), 5);

        assertThat(provider.submitted.values()).extracting(List::size).containsExactly(2, 2, 1);
        assertThat(comparison.cells()).hasSize(5);
    }

    @Test
    void otherProvidersAndTheCacheAnswerMeanwhile() {
        provider.known = Set.of("question 1");
        provider.rounds.put("batch_1", 1);

        Comparison comparison = run(List.of(GPT, LOCAL), 2);

        assertThat(provider.submitted.get("batch_1")).hasSize(1);
        assertThat(provider.alone.asked)
                .containsExactlyInAnyOrder("gpt-4o: question 1", "brief: question 0", "brief: question 1");
        assertThat(comparison.cells()).hasSize(4);
    }

    @Test
    void aRunOfWhichNothingCanBeBatchedIsRefusedAndNothingIsAsked() {
        assertThatThrownBy(() -> run(List.of(LOCAL), 2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("variant A is offline/brief")
                .hasMessageContaining("without --batch");
        assertThat(history.started).isEmpty();
    }

    @Test
    void aProviderIsAskedAfterGrowingWaitsWhileTheHistoryIsLeftToOthers() {
        provider.rounds.put("batch_1", 5);
        List<BatchProgress> told = new ArrayList<>();

        run(List.of(GPT), 1, new RunListener() {
            @Override
            public void batch(BatchProgress progress) {
                told.add(progress);
            }
        });

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(4500),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
        assertThat(history.rests).hasValue(5);
        assertThat(told.getFirst().state()).isNull();
        assertThat(told.getLast().isOver()).isTrue();
        assertThat(told).hasSize(7);
    }

    @Test
    void aProviderThatCannotBeAskedForAWhileIsAskedAgain() {
        provider.before = () -> {
            if (provider.asked < 3) {
                throw new LlmException.Unreachable("no network", LlmException.Detail.of(GPT), null);
            }
        };
        List<String> troubles = new ArrayList<>();

        Comparison comparison = run(List.of(GPT), 1, new RunListener() {
            @Override
            public void batch(BatchProgress progress) {
                if (progress.trouble() != null) {
                    troubles.add(progress.trouble());
                }
            }
        });

        assertThat(troubles).containsExactly("no network", "no network");
        assertThat(comparison.run().status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void aProviderThatIsNotUnderstoodIsNotAskedForEver() {
        provider.before = () -> {
            throw new LlmException.MalformedResponse("no batch in it", LlmException.Detail.of(GPT), null);
        };

        assertThatThrownBy(() -> run(List.of(GPT), 1)).hasMessage("no batch in it");

        assertThat(provider.asked).isEqualTo(3);
        assertThat(history.batches).noneMatch(RunBatch::collected);
    }

    @Test
    void anInterruptLeavesTheBatchWithTheProviderAndResumingNeverSendsItAgain() {
        provider.rounds.put("batch_1", 1);
        pause = time -> {
            throw new InterruptedException();
        };
        assertThatThrownBy(() -> run(List.of(GPT), 3)).isInstanceOf(CancelledException.class);
        assertThat(history.ends).containsExactly(RunStatus.STOPPED);
        assertThat(provider.cancelled).isEmpty();

        Comparison comparison = resume(List.of(GPT), 3, CellChoice.MISSING);

        assertThat(provider.submitted).hasSize(1);
        assertThat(comparison.cells()).hasSize(3);
        assertThat(comparison.run().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(history.batches).allMatch(RunBatch::collected);
    }

    @Test
    void aRunThatDiedWhileItReadTheAnswersReadsTheRestOnly() {
        provider.script = item -> {
            if (item.id().equals("v0-c0-r0")) {
                throw new IllegalStateException("died");
            }
            return new Result.Answered(item.id(), ScriptedProvider.response("first " + item.id()));
        };
        assertThatThrownBy(() -> run(List.of(GPT), 3)).hasMessage("died");
        assertThat(history.appended).hasSize(2);
        provider.script = item -> new Result.Answered(item.id(), ScriptedProvider.response("second"));

        Comparison comparison = resume(List.of(GPT), 3, CellChoice.MISSING);

        assertThat(provider.submitted).hasSize(1);
        assertThat(comparison.cells())
                .extracting(cell ->
                        ((Outcome.Completed) cell.answer().outcome()).response().text())
                .containsExactlyInAnyOrder("second", "first v0-c1-r0", "first v0-c2-r0");
    }

    @Test
    void whatExpiredOrIsNotToldOfFailsAndIsSentAgainWhenErrorsAreRetried() {
        provider.script = item -> switch (item.id()) {
            case "v0-c0-r0" ->
                new Result.Failed(item.id(), new LlmException.Unanswered("it expired", LlmException.Detail.of(GPT)));
            case "v0-c1-r0" -> null;
            default -> new Result.Answered(item.id(), ScriptedProvider.response("ok"));
        };
        Comparison comparison = run(List.of(GPT), 3);
        assertThat(comparison.variants().getFirst().errors()).isEqualTo(2);
        assertThat(comparison.cells())
                .filteredOn(cell -> cell.answer().outcome() instanceof Outcome.Failed)
                .allMatch(cell ->
                        ((Outcome.Failed) cell.answer().outcome()).errorType().equals("unanswered"));
        provider.script = item -> new Result.Answered(item.id(), ScriptedProvider.response("ok"));

        Comparison again = resume(List.of(GPT), 3, CellChoice.MISSING_AND_FAILED);

        assertThat(provider.submitted.get("batch_2")).hasSize(2);
        assertThat(again.variants().getFirst().errors()).isZero();
        assertThat(again.cells()).hasSize(3);
    }

    @Test
    void aBatchThatCouldCostMoreThanTheBudgetIsNotSent() {
        budget = new BigDecimal("0.01");

        assertThatThrownBy(() -> run(List.of(GPT), 3))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("paid for as a whole")
                .hasMessageContaining("above the budget of $0.01");
        assertThat(provider.submitted).isEmpty();
        assertThat(history.started).isEmpty();
    }

    @Test
    void answersAreComparedWithTheBaselinesThoughThoseComeLater() {
        provider.rounds.put("batch_1", 2);
        List<String> compared = new ArrayList<>();
        judges = List.of(new Judge() {
            @Override
            public String metric() {
                return "pairwise";
            }

            @Override
            public ModelId model() {
                return LOCAL;
            }

            @Override
            public boolean isPairwise() {
                return true;
            }

            @Override
            public synchronized Score judge(Judgement judgement) {
                compared.add(judgement.output() + " with " + judgement.baseline());
                return new Score.Scored("pairwise", LOCAL, 1, 1, "", List.of());
            }
        });

        // More cells than places: none may wait in one for an answer that is not there.
        Comparison comparison = run(List.of(GPT, LOCAL), 6);

        assertThat(compared).hasSize(6).containsOnly("alone with batched");
        assertThat(comparison.run().status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void theBatchesOfARunCanBeCancelled() {
        provider.rounds.put("batch_1", 1);
        pause = time -> {
            throw new InterruptedException();
        };
        assertThatThrownBy(() -> run(List.of(GPT), 1)).isInstanceOf(CancelledException.class);

        assertThat(runner().cancelBatches("any")).extracting(RunBatch::id).containsExactly("batch_1");
        assertThat(provider.cancelled).containsExactly("batch_1");
    }

    private Comparison run(List<ModelId> models, int cases) {
        return run(models, cases, RunListener.NONE);
    }

    private Comparison run(List<ModelId> models, int cases, RunListener listener) {
        Experiment experiment = experiment(models, cases);
        return runner().run(experiment, CellChoice.MISSING, plan(models, experiment), null, new RunControl(), listener);
    }

    private Comparison resume(List<ModelId> models, int cases, CellChoice choice) {
        pause = waits::add;
        Experiment experiment = experiment(models, cases);
        return runner().resume(
                        history.started.getFirst(),
                        experiment,
                        plan(models, experiment),
                        choice,
                        new RunControl(),
                        RunListener.NONE);
    }

    private ExperimentRunner runner() {
        Bench bench = null;
        return new ExperimentRunner(
                provider,
                PriceTable.standard(),
                history,
                bench,
                new RunIds(InstantSource.fixed(NOW), new Random(1)),
                Purse.UNLIMITED,
                new BatchPace(Duration.ofSeconds(2), Duration.ofSeconds(5), time -> pause.sleep(time)));
    }

    private Experiment experiment(List<ModelId> models, int cases) {
        List<TestCase> testCases = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            testCases.add(new TestCase(i, Map.of("q", "question " + i), null));
        }
        return new Experiment(
                "title",
                models.stream()
                        .map(model -> new Variant(new PromptRef("p", null), model, ModelParameters.DEFAULTS))
                        .toList(),
                new Dataset("d", List.of("q"), testCases, "hash"),
                judges.stream().map(Judge::metric).map(Metric::of).toList(),
                LOCAL,
                1,
                new RunSettings(2, true, true, null, budget, null, true));
    }

    private Plan plan(List<ModelId> models, Experiment experiment) {
        List<RunVariant> variants = new ArrayList<>();
        List<Plan.PlannedCell> cells = new ArrayList<>();
        for (ModelId model : models) {
            variants.add(
                    new RunVariant(Variant.label(variants.size()), "p", null, "blob", model, ModelParameters.DEFAULTS));
        }
        for (TestCase testCase : experiment.dataset().cases()) {
            for (int v = 0; v < models.size(); v++) {
                var request = new ChatRequest(
                        models.get(v),
                        List.of(Message.of(Role.USER, "question " + testCase.index())),
                        ModelParameters.DEFAULTS,
                        ResponseFormat.TEXT,
                        true);
                cells.add(new Plan.PlannedCell(new CellKey(v, testCase.index(), 0), testCase, request));
            }
        }
        return new Plan(variants, cells, judges, List.of());
    }

    private static Judge judge(String metric, java.util.function.ToDoubleFunction<Judgement> value) {
        return new Judge() {
            @Override
            public String metric() {
                return metric;
            }

            @Override
            public @Nullable ModelId model() {
                return null;
            }

            @Override
            public Score judge(Judgement judgement) {
                double scored = value.applyAsDouble(judgement);
                return new Score.Scored(metric, null, scored, scored, "", List.of());
            }
        };
    }
}
