package dev.assay.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.history.metrics.CallQuery;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Latency;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.RawExchange;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What history keeps of batches. */
class BatchHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");
    private static final ModelId MODEL = ModelId.parse("openai/gpt-4o");

    private final RunHistory history = SqlRunHistory.inMemory();

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void theBatchesOfARunReadBackBeforeTheyAreCollectedAndAfter() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
        var first = new RunBatch("batch_1", MODEL, NOON, List.of(new CellKey(0, 0, 0), new CellKey(0, 1, 2)), false);
        var second = new RunBatch(
                "msgbatch_2", ModelId.parse("claude/x"), NOON.plusSeconds(1), List.of(new CellKey(1, 0, 0)), false);
        history.batchSent("r", first);
        history.batchSent("r", second);
        history.rest("r");
        assertThat(history.batches("r")).containsExactly(first, second);

        history.batchCollected("r", "batch_1");

        assertThat(history.batches("r"))
                .containsExactly(new RunBatch("batch_1", MODEL, NOON, first.cells(), true), second);
        assertThat(history.batches("another")).isEmpty();
    }

    @Test
    void thatARunUsesBatchesReadsBack() {
        Run run = Samples.run("r", NOON);
        history.start(run.with(run.settings().withBatch(true)), List.of(), List.of());

        assertThat(history.run("r").orElseThrow().settings().batch()).isTrue();
    }

    @Test
    void aCallOfABatchReadsBackAndTheTimeItLayThereIsNoLatency() {
        history.start(Samples.run("r", NOON), List.of(), List.of());
        var latency = new Latency(Duration.ofHours(3), null, null, null);
        append(0, new Outcome.Completed(response(latency)));
        append(1, new Outcome.Failed("unanswered", "expired", null, "", RawExchange.NONE, Duration.ofHours(24)));

        assertThat(history.cells("r")).extracting(cell -> cell.answer().batch()).containsExactly("batch_1", "batch_1");
        var read = (Outcome.Completed) history.cells("r").getFirst().answer().outcome();
        assertThat(read.response().latency()).isEqualTo(latency);
        var figures = history.metrics(CallQuery.ALL).whole();
        assertThat(figures.invocations()).isEqualTo(2);
        assertThat(figures.latency().mean()).isNull();
        assertThat(figures.tokensPerSecond()).isNull();
        assertThat(history.pastCalls("p", MODEL)).allMatch(call -> call.latencyMs() == null);
    }

    private void append(int testCase, Outcome outcome) {
        var request = new ChatRequest(
                MODEL, List.of(Message.of(Role.USER, "Hi")), ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
        var call =
                new Invocation("call" + testCase, Operation.CHAT, null, NOON, request, outcome, null, null, "batch_1");
        history.append("r", new Cell(new CellKey(0, testCase, 0), Map.of(), null, call, List.of(), List.of()));
    }

    private static ChatResponse response(Latency latency) {
        return new ChatResponse(
                "text", "", FinishReason.STOP, null, Usage.of(10, 5), latency, null, null, List.of(), RawExchange.NONE);
    }
}
