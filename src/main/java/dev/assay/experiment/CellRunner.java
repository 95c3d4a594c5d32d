package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.history.recording.CallRecorder;
import dev.assay.judge.Judge;
import dev.assay.judge.JudgeCall;
import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.Message;
import dev.assay.pricing.PriceTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs one cell: asks the model, has the answer judged, and reckons what it cost. Thread-safe. */
final class CellRunner {
    private final LlmProvider provider;
    private final CallRecorder recorder;
    private final RunIds ids;

    CellRunner(LlmProvider provider, PriceTable prices, RunIds ids) {
        this.provider = provider;
        recorder = new CallRecorder(prices);
        this.ids = ids;
    }

    /**
     * Runs one cell. A failed call is part of the result.
     *
     * @param baselines hears of the baseline's answers, and tells them to judges that compare others with them
     * @param log takes down the parts of a cell that is judged; a cell that is not is left to the caller
     * @throws CancelledException where the thread was interrupted before there was an answer; an answer that came is
     *     kept, even where judging it was cut
     */
    Cell run(Plan.PlannedCell cell, List<Judge> judges, Baselines baselines, RunListener listener, CellLog log) {
        CellKey key = cell.key();
        TestCase testCase = cell.testCase();
        listener.cellStarted(key);
        var calls = new CellListener(key, listener);
        Cell begun = cell.begun();
        if (begun == null) {
            Invocation answer = ask(cell.request(), calls);
            begun = new Cell(key, testCase.inputs(), testCase.expected(), answer, List.of(), List.of());
            if (isJudged(begun, judges)) {
                log.answered(begun);
            }
        }
        baselines.answered(begun);
        return isJudged(begun, judges) ? judged(cell, begun, judges, baselines, calls, log) : begun;
    }

    /** Whether a cell has an answer and there is a judge for it. */
    static boolean isJudged(Cell cell, List<Judge> judges) {
        return cell.answer().outcome() instanceof Outcome.Completed && !judges.isEmpty();
    }

    private Cell judged(
            Plan.PlannedCell cell,
            Cell begun,
            List<Judge> judges,
            Baselines baselines,
            CellListener calls,
            CellLog log) {
        calls.run().judging(begun.key());
        Judgement judgement = judgement(cell, begun, calls);
        List<Score> scores = new ArrayList<>();
        List<Invocation> made = new ArrayList<>(begun.judgeCalls());
        boolean stopped = false;
        for (Judge judge : judges) {
            boolean comparable = !judge.isPairwise() || baselines.isKnown(begun.key());
            if (!comparable) {
                // The baseline is to be asked later: then it is judged.
                continue;
            }
            Optional<Score> before = begun.scores().stream()
                    .filter(score -> score.metric().equals(judge.metric()))
                    .findFirst();
            Optional<Score> score =
                    before.isPresent() || stopped ? before : judge(judge, begun.key(), judgement, baselines);
            // The answer is paid for: where judging is cut it is kept, and no further judge is called.
            stopped |= score.isEmpty();
            if (score.isPresent() && before.isEmpty()) {
                List<Invocation> judgeCalls = invocations(score.get());
                log.scored(begun.key(), judgeCalls, score.get());
                made.addAll(judgeCalls);
            }
            scores.add(score.orElseGet(() ->
                    new Score.Unscored(judge.metric(), judge.model(), "Stopped before it was judged", "", List.of())));
        }
        return new Cell(begun.key(), begun.inputs(), begun.expected(), begun.answer(), made, scores);
    }

    private static Judgement judgement(Plan.PlannedCell cell, Cell begun, CellListener calls) {
        Invocation answer = begun.answer();
        ChatResponse response = ((Outcome.Completed) answer.outcome()).response();
        return new Judgement(
                task(cell.request()),
                response.output(),
                begun.expected(),
                begun.inputs(),
                response,
                response.cache() == CacheStatus.EARLIER ? answer.savedUsd() : paid(answer),
                calls.ofJudges());
    }

    private static @Nullable BigDecimal paid(Invocation answer) {
        return answer.cost() == null ? null : answer.cost().usd();
    }

    /** The score; empty where the thread was interrupted. */
    private static Optional<Score> judge(Judge judge, CellKey key, Judgement judgement, Baselines baselines) {
        try {
            if (!judge.isPairwise()) {
                return Optional.of(judge.judge(judgement));
            }
            return Optional.of(
                    Baselines.isBaseline(key)
                            ? new Score.Scored(judge.metric(), null, 0.5, 0.5, "The baseline itself.", List.of())
                            : judge.judge(judgement.against(baselines.await(key))));
        } catch (CancelledException e) {
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(new Score.Unscored(judge.metric(), judge.model(), e.getMessage(), "", List.of()));
        }
    }

    private Invocation ask(ChatRequest request, ChatListener listener) {
        Instant startedAt = ids.now();
        long start = System.nanoTime();
        Outcome outcome;
        try {
            outcome = new Outcome.Completed(provider.chat(request, listener));
        } catch (LlmException e) {
            outcome = CallRecorder.failed(e, Duration.ofNanos(System.nanoTime() - start));
        } catch (InputException e) {
            outcome = CallRecorder.rejected(e, Duration.ofNanos(System.nanoTime() - start));
        }
        return invocation(Operation.CHAT, null, startedAt, request, outcome);
    }

    /** A failed judge's call took at most until the next one began, or until now. */
    private List<Invocation> invocations(Score score) {
        List<Invocation> invocations = new ArrayList<>();
        List<JudgeCall> calls = score.calls();
        for (int i = 0; i < calls.size(); i++) {
            JudgeCall call = calls.get(i);
            Instant end = i + 1 < calls.size() ? calls.get(i + 1).startedAt() : ids.now();
            Outcome outcome = outcome(call.response(), call.failure(), Duration.between(call.startedAt(), end));
            invocations.add(invocation(Operation.JUDGE, score.metric(), call.startedAt(), call.request(), outcome));
        }
        return invocations;
    }

    private static Outcome outcome(@Nullable ChatResponse response, @Nullable LlmException failure, Duration elapsed) {
        if (response != null) {
            return new Outcome.Completed(response);
        }
        if (failure != null) {
            return CallRecorder.failed(failure, elapsed);
        }
        throw new IllegalArgumentException("A judge's call has neither a response nor a failure");
    }

    private Invocation invocation(
            Operation operation, @Nullable String metric, Instant startedAt, ChatRequest request, Outcome outcome) {
        return recorder.record(ids.invocationId(), operation, metric, startedAt, request, outcome);
    }

    /** The prompt as text: plain where there is one message, else each under its role. */
    private static String task(ChatRequest request) {
        List<Message> messages = request.messages();
        if (messages.size() == 1) {
            return messages.getFirst().text();
        }
        return messages.stream()
                .map(message -> "[" + message.role().name().toLowerCase(Locale.ROOT) + "]\n" + message.text())
                .collect(Collectors.joining("\n\n"));
    }
}
