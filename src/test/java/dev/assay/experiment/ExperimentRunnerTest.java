package dev.assay.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunSettings;
import dev.assay.history.RunStatus;
import dev.assay.history.RunVariant;
import dev.assay.judge.Judge;
import dev.assay.judge.JudgeCall;
import dev.assay.judge.Judgement;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.llm.Adjustment;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.StorageException;
import dev.assay.llm.Usage;
import dev.assay.pricing.PriceTable;
import dev.assay.prompt.PromptRef;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ExperimentRunnerTest {
    private static final ModelId A = ModelId.parse("offline/brief");
    private static final ModelId B = ModelId.parse("offline/thorough");
    private static final Instant NOW = Instant.parse("2026-11-23T14:15:02.123456Z");

    private final RememberedHistory history = new RememberedHistory();
    private final RunControl control = new RunControl();

    @Test
    void everyCellIsAskedJudgedPricedAndRecorded() {
        var provider =
                new ScriptedProvider(request -> "answer of " + request.model().model());

        Comparison comparison = run(provider, 3, 2, List.of(judge(judgement -> 0.75)), RunListener.NONE);

        assertThat(comparison.run().id()).matches("20261123-141502-[a-z2-7]{4}");
        assertThat(comparison.run().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(comparison.run().finishedAt()).isEqualTo(Instant.parse("2026-11-23T14:15:02.123Z"));
        assertThat(history.ends).containsExactly(RunStatus.FINISHED);
        assertThat(comparison.cells()).hasSize(6).extracting(Cell::key).startsWith(new CellKey(0, 0, 0));
        Cell last = comparison.cells().getLast();
        assertThat(last.key()).isEqualTo(new CellKey(1, 2, 0));
        assertThat(last.inputs()).isEqualTo(Map.of("q", "question 2"));
        assertThat(last.expected()).isEqualTo("expected 2");
        assertThat(((Outcome.Completed) last.answer().outcome()).response().text())
                .isEqualTo("answer of thorough");
        assertThat(last.judgeCalls()).hasSize(1).allMatch(call -> call.operation() == Operation.JUDGE);
        assertThat(comparison.variants().getLast().scores()).isEqualTo(Map.of("relevance", 0.75));
    }

    @Test
    void cellsAreDispatchedCaseByCaseAcrossVariants() {
        var provider = new ScriptedProvider(request -> "x");

        run(provider, 2, 1, List.of(), RunListener.NONE);

        assertThat(provider.asked)
                .containsExactly(
                        "brief: question 0", "thorough: question 0", "brief: question 1", "thorough: question 1");
    }

    @Test
    void noMoreCellsRunAtOnceThanAllowedAndThatManyDo() {
        var bothBusy = new CountDownLatch(2);
        var provider = new ScriptedProvider(request -> {
            bothBusy.countDown();
            await(bothBusy);
            return "x";
        });

        run(provider, 10, 2, List.of(), RunListener.NONE);

        assertThat(provider.mostAtOnce).hasValue(2);
    }

    @Test
    void aProviderFailureFailsItsCellOnly() {
        var provider = new ScriptedProvider(request -> {
            if (request.messages().getLast().text().equals("question 1")) {
                throw new LlmException.Overloaded(
                        "busy",
                        new LlmException.Detail(request.model(), 503, null, "par", dev.assay.llm.RawExchange.NONE));
            }
            return "x";
        });

        Comparison comparison = run(provider, 3, 2, List.of(judge(judgement -> 0.5)), RunListener.NONE);

        assertThat(comparison.run().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(comparison.variants()).extracting(VariantSummary::errors).containsExactly(1, 1);
        Cell failed = comparison.cells().get(1);
        var outcome = (Outcome.Failed) failed.answer().outcome();
        assertThat(outcome.errorType()).isEqualTo("overloaded");
        assertThat(outcome.httpStatus()).isEqualTo(503);
        assertThat(outcome.partialText()).isEqualTo("par");
        assertThat(failed.answer().cost()).isNull();
        assertThat(failed.scores()).isEmpty();
    }

    @Test
    void anInterruptCancelsWhatIsUnderWayAndKeepsWhatIsFinished() throws InterruptedException {
        var stuck = new CountDownLatch(1);
        var provider = new ScriptedProvider(request -> {
            if (request.messages().getLast().text().equals("question 1")) {
                stuck.countDown();
                await(new CountDownLatch(1));
            }
            return "x";
        });
        var thrown = new AtomicReference<Throwable>();
        var flag = new AtomicReference<Boolean>();
        Thread caller = Thread.ofVirtual().start(() -> {
            thrown.set(catchThrowable(() -> run(provider, 5, 1, List.of(), RunListener.NONE)));
            flag.set(Thread.currentThread().isInterrupted());
        });
        stuck.await();
        caller.interrupt();
        caller.join();

        assertThat(thrown.get())
                .isInstanceOf(CancelledException.class)
                .hasMessageContaining(history.started.getFirst().id());
        assertThat(flag.get()).isFalse();
        assertThat(history.ends).containsExactly(RunStatus.STOPPED);
        assertThat(history.appended).hasSize(2);
        assertThat(provider.asked).hasSize(3);
    }

    @Test
    void anAnswerWhoseJudgingIsCutIsStillWrittenDown() throws InterruptedException {
        var judging = new CountDownLatch(1);
        List<String> judged = new CopyOnWriteArrayList<>();
        Judge slow = judge(judgement -> {
            judged.add("slow");
            judging.countDown();
            await(new CountDownLatch(1));
            return 1;
        });
        Judge second = judge(judgement -> {
            judged.add("second");
            return 1;
        });
        Thread caller = Thread.ofVirtual()
                .start(() -> catchThrowable(() ->
                        run(new ScriptedProvider(request -> "x"), 5, 1, List.of(slow, second), RunListener.NONE)));
        judging.await();
        caller.interrupt();
        caller.join();

        assertThat(history.appended).hasSize(1);
        assertThat(history.appended.getFirst().scores()).isEmpty();
        assertThat(judged).containsExactly("slow");
        assertThat(history.ends).containsExactly(RunStatus.STOPPED);
    }

    @Test
    void aHistoryThatCannotBeWrittenStopsTheRun() {
        history.failAfter = 2;
        var provider = new ScriptedProvider(request -> "x");

        assertThatThrownBy(() -> run(provider, 50, 1, List.of(), RunListener.NONE))
                .isInstanceOf(StorageException.class)
                .hasMessage("The disk is full");

        // One call may have begun while the third answer was being recorded.
        assertThat(provider.asked).hasSizeBetween(3, 4);
        assertThat(history.ends).containsExactly(RunStatus.STOPPED);
    }

    @Test
    void theFailureThatStoppedTheRunIsToldAndNotWhatFollowedFromIt() {
        history.failAfter = 0;
        var stuck = new CountDownLatch(1);
        var provider = new ScriptedProvider(request -> {
            if (request.model().equals(A)) {
                stuck.countDown();
                await(new CountDownLatch(1));
            }
            await(stuck);
            return "x";
        });

        assertThatThrownBy(() -> run(provider, 5, 2, List.of(), RunListener.NONE))
                .isInstanceOf(StorageException.class);

        assertThat(provider.asked).hasSizeBetween(2, 3);
    }

    @Test
    void aJudgeThatCannotEvenBeAskedLosesNoAnswer() {
        Judge impossible = judge(judgement -> {
            throw new InputException("this model takes no schema");
        });

        run(new ScriptedProvider(request -> "x"), 2, 1, List.of(impossible), RunListener.NONE);

        assertThat(history.ends).containsExactly(RunStatus.FINISHED);
        assertThat(history.appended)
                .hasSize(4)
                .allSatisfy(cell -> assertThat(cell.scores())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Score.Unscored.class,
                                score -> assertThat(score.reason()).isEqualTo("this model takes no schema")));
    }

    @Test
    void theListenerHearsEachStepAndCannotBreakTheRun() {
        List<String> heard = new CopyOnWriteArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void started(Run run) {
                heard.add("started " + run.status());
            }

            @Override
            public void cellStarted(CellKey key) {
                heard.add(key.variant() + " cell");
            }

            @Override
            public void textArrived(CellKey key, String delta) {
                heard.add(key.variant() + " text " + delta);
            }

            @Override
            public void judging(CellKey key) {
                heard.add(key.variant() + " judging");
                throw new IllegalStateException("a mistake of the listener");
            }

            @Override
            public void cellFinished(Cell cell) {
                heard.add(cell.key().variant() + " done, recorded " + history.appended.contains(cell));
            }

            @Override
            public void finished(Run run) {
                heard.add("finished " + run.status());
            }
        };

        run(new ScriptedProvider(request -> "hello"), 1, 1, List.of(judge(judgement -> 1)), listener);

        assertThat(heard)
                .startsWith("started RUNNING")
                .endsWith("finished FINISHED")
                .hasSize(10);
        for (int variant = 0; variant < 2; variant++) {
            String own = variant + " ";
            assertThat(heard)
                    .filteredOn(step -> step.startsWith(own))
                    .containsExactly(own + "cell", own + "text hello", own + "judging", own + "done, recorded true");
        }
    }

    @Test
    void theNextCallDoesNotWaitForTheRecordOfTheLast() {
        var secondAsked = new CountDownLatch(2);
        var provider = new ScriptedProvider(request -> {
            secondAsked.countDown();
            return "x";
        });
        RunListener slow = new RunListener() {
            @Override
            public void cellFinished(Cell cell) {
                await(secondAsked);
            }
        };

        assertThat(run(provider, 1, 1, List.of(), slow).cells()).hasSize(2);
        assertThat(provider.mostAtOnce).hasValue(1);
    }

    @Test
    void anAnswerThatAnotherModelGaveIsPricedAsThatModels() {
        LlmProvider provider = new LlmProvider() {
            @Override
            public ChatResponse chat(ChatRequest request, ChatListener listener) {
                return ScriptedProvider.response("x")
                        .withAdjustments(
                                List.of(new Adjustment("model", request.model().toString(), "openai/gpt-4.1", "busy")));
            }

            @Override
            public List<ModelId> models() {
                return List.of();
            }
        };

        Comparison comparison = run(provider, 1, 1, List.of(), RunListener.NONE);

        var expected = PriceTable.standard().costOf(ModelId.parse("openai/gpt-4.1"), Usage.of(10, 5));
        assertThat(comparison.cells().getFirst().answer().cost().usd())
                .isEqualByComparingTo(expected.orElseThrow().usd())
                .isPositive();
    }

    @Test
    void columnsAreLetteredBeyondZ() {
        assertThat(List.of(Variant.label(0), Variant.label(25), Variant.label(26), Variant.label(52)))
                .containsExactly("A", "Z", "AA", "BA");
    }

    @Test
    void aPausedRunBeginsNothingUntilItGoesOn() throws InterruptedException {
        var ended = new LinkedBlockingQueue<Cell>();
        var provider = new ScriptedProvider(request -> {
            control.pause();
            return "answer";
        });
        Thread run = Thread.ofPlatform()
                .start(() -> run(provider, 2, 1, List.of(), new RunListener() {
                    @Override
                    public void cellFinished(Cell cell) {
                        ended.add(cell);
                    }
                }));
        for (int cell = 1; cell <= 4; cell++) {
            assertThat(ended.poll(20, TimeUnit.SECONDS)).isNotNull();
            while (run.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
            }
            assertThat(provider.asked).hasSize(cell);
            control.goOn();
        }
        run.join();
        assertThat(history.ends).containsExactly(RunStatus.FINISHED);
    }

    private Comparison run(LlmProvider provider, int cases, int concurrency, List<Judge> judges, RunListener listener) {
        List<TestCase> testCases = new ArrayList<>();
        List<Plan.PlannedCell> cells = new ArrayList<>();
        List<ModelId> models = List.of(A, B);
        for (int i = 0; i < cases; i++) {
            var testCase = new TestCase(i, Map.of("q", "question " + i), "expected " + i);
            testCases.add(testCase);
            for (int v = 0; v < models.size(); v++) {
                cells.add(
                        new Plan.PlannedCell(new CellKey(v, i, 0), testCase, request(models.get(v), "question " + i)));
            }
        }
        var experiment = new Experiment(
                "title",
                models.stream()
                        .map(model -> new Variant(new PromptRef("p", null), model, ModelParameters.DEFAULTS))
                        .toList(),
                new Dataset("d", List.of("q"), testCases, "hash"),
                judges.stream().map(Judge::metric).distinct().toList().stream()
                        .map(Metric::of)
                        .toList(),
                B,
                1,
                new RunSettings(concurrency, true, true, null, null));
        var plan = new Plan(List.of(variant("A", A), variant("B", B)), cells, judges, List.of());
        Bench bench = null;
        return new ExperimentRunner(
                        provider,
                        PriceTable.standard(),
                        history,
                        bench,
                        new RunIds(InstantSource.fixed(NOW), new Random(1)))
                .run(experiment, CellChoice.MISSING, plan, null, control, listener);
    }

    private static RunVariant variant(String label, ModelId model) {
        return new RunVariant(label, "p", null, "blob", model, ModelParameters.DEFAULTS);
    }

    private static ChatRequest request(ModelId model, String text) {
        return new ChatRequest(
                model, List.of(Message.of(Role.USER, text)), ModelParameters.DEFAULTS, ResponseFormat.TEXT, true);
    }

    private static Judge judge(Function<Judgement, Number> score) {
        return new Judge() {
            @Override
            public String metric() {
                return "relevance";
            }

            @Override
            public ModelId model() {
                return B;
            }

            @Override
            public Score judge(Judgement judgement) {
                double value = score.apply(judgement).doubleValue();
                var call = new JudgeCall(NOW, request(B, "judge this"), ScriptedProvider.response("4"), null);
                return new Score.Scored(metric(), B, value, 1 + 4 * value, "because", List.of(call));
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("cut");
        }
    }
}
