package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.BatchState;
import dev.assay.llm.BatchState.Counts;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatBatches.Item;
import dev.assay.llm.ChatBatches.Result;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.LlmException;
import dev.assay.llm.outbound.OutboundLog;
import dev.assay.llm.outbound.Purpose;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Batches as OpenAI and Anthropic document them. */
class BatchTest extends QuestionHarness {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ChatRequest REQUEST = ProviderHarness.request(false);
    private static final List<Item> TWO = List.of(new Item("v0-c0-r0", REQUEST), new Item("v0-c1-r0", REQUEST));

    private <T> T batches(Dialect dialect, Function<ChatBatches, T> work) {
        Duration time = Duration.ofSeconds(20);
        var settings = new ProviderSettings(
                        "house",
                        dialect,
                        server.url("/v1").uri(),
                        new ApiKey.Present(KEY, "HOUSE_KEY"),
                        Map.of(),
                        List.of(),
                        4,
                        time,
                        time,
                        time)
                .withQuirks(dialect == Dialect.ANTHROPIC ? Map.of() : Map.of("vendor", "openai"));
        try (var gateway = new LlmGateway(List.of(settings), Map.of())) {
            return work.apply(gateway.batches(MODEL).orElseThrow());
        }
    }

    private String submitted(Dialect dialect) {
        return batches(dialect, batches -> batches.submit(TWO));
    }

    private List<List<Item>> cut(Dialect dialect, List<Item> items) {
        return batches(dialect, batches -> batches.cut(items));
    }

    private BatchState state(Dialect dialect, String id) {
        return batches(dialect, batches -> batches.state(MODEL, id));
    }

    private List<Result> results(Dialect dialect, List<Item> items) {
        return batches(dialect, batches -> {
            List<Result> results = new ArrayList<>();
            batches.results(MODEL, "b/1", items, results::add);
            return results;
        });
    }

    private RecordedRequest taken() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, /v1/chat/completions, messages", "OPENAI_RESPONSES, /v1/responses, input"})
    void openAiIsGivenAFileOfOneRequestALineThenMakesABatchOfIt(Dialect dialect, String endpoint, String prompt)
            throws IOException {
        enqueue(200, "{\"id\":\"file-1\",\"object\":\"file\",\"purpose\":\"batch\"}");
        enqueue(200, "{\"id\":\"batch_1\",\"object\":\"batch\",\"status\":\"validating\",\"errors\":null}");

        assertThat(submitted(dialect)).isEqualTo("batch_1");

        RecordedRequest upload = taken();
        assertThat(upload.getTarget()).isEqualTo("/v1/files");
        assertThat(upload.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(upload.getHeaders().get("Content-Type")).startsWith("multipart/form-data");
        String body = upload.getBody().utf8();
        assertThat(body)
                .contains("name=\"purpose\"\r\n")
                .contains("\r\nbatch\r\n")
                .contains("name=\"file\"; filename=");
        List<String> lines = body.lines().filter(line -> line.startsWith("{")).toList();
        assertThat(lines).hasSize(2);
        JsonNode line = JSON.readTree(lines.getLast());
        assertThat(line.path("custom_id").asText()).isEqualTo("v0-c1-r0");
        assertThat(line.path("method").asText()).isEqualTo("POST");
        assertThat(line.path("url").asText()).isEqualTo(endpoint);
        assertThat(line.path("body").path("model").asText()).isEqualTo("small");
        assertThat(line.path("body").path("stream").asBoolean()).isFalse();
        assertThat(line.path("body").has(prompt)).isTrue();
        RecordedRequest create = taken();
        assertThat(create.getTarget()).isEqualTo("/v1/batches");
        JsonNode asked = JSON.readTree(create.getBody().utf8());
        assertThat(asked.path("input_file_id").asText()).isEqualTo("file-1");
        assertThat(asked.path("endpoint").asText()).isEqualTo(endpoint);
        assertThat(asked.path("completion_window").asText()).isEqualTo("24h");
    }

    @Test
    void anthropicIsGivenAListOfRequests() throws IOException {
        enqueue(200, "{\"id\":\"msgbatch_1\",\"type\":\"message_batch\",\"processing_status\":\"in_progress\"}");

        assertThat(submitted(Dialect.ANTHROPIC)).isEqualTo("msgbatch_1");

        RecordedRequest create = taken();
        assertThat(create.getTarget()).isEqualTo("/v1/messages/batches");
        assertThat(create.getHeaders().get("x-api-key")).isEqualTo(KEY);
        assertThat(create.getHeaders().get("anthropic-version")).isNotEmpty();
        JsonNode requests = JSON.readTree(create.getBody().utf8()).path("requests");
        assertThat(requests).hasSize(2);
        assertThat(requests.path(1).path("custom_id").asText()).isEqualTo("v0-c1-r0");
        assertThat(requests.path(1).path("params").path("model").asText()).isEqualTo("small");
        assertThat(requests.path(1).path("params").path("max_tokens").asInt()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aBatchThatWasNotTakenIsNotSentAgain(Dialect dialect) {
        enqueue(500, "{\"error\":{\"message\":\"boom\"}}");

        assertThat(catchThrowableOfType(LlmException.class, () -> submitted(dialect)))
                .isInstanceOf(LlmException.Overloaded.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aBatchHoldsNoMoreRequestsThanTheProviderTakes() {
        List<Item> many = IntStream.range(0, 50_001)
                .mapToObj(i -> new Item("i" + i, REQUEST))
                .toList();

        assertThat(cut(Dialect.OPENAI, many))
                .satisfiesExactly(
                        first -> assertThat(first).hasSize(50_000),
                        rest -> assertThat(rest).containsExactly(many.getLast()));
        assertThat(cut(Dialect.ANTHROPIC, many)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"validating, 0, 0, 0", "in_progress, 500, 118, 2", "finalizing, 500, 498, 2", "cancelling, 500, 118, 2"
    })
    void openAiWorksOnABatchUntilItHasEnded(String status, int total, int completed, int failed) {
        enqueue(
                200,
                "{\"id\":\"b/1\",\"status\":\"%s\",\"request_counts\":{\"total\":%d,\"completed\":%d,\"failed\":%d}}"
                        .formatted(status, total, completed, failed));

        assertThat(state(Dialect.OPENAI, "b/1"))
                .isEqualTo(new BatchState.UnderWay(new Counts(total, completed + failed, failed), status));
        assertThat(taken().getTarget()).isEqualTo("/v1/batches/b%2F1");
    }

    @ParameterizedTest
    @CsvSource({"completed", "expired", "cancelled"})
    void whatOpenAiHasAnsweredCanBeReadHoweverTheBatchEnded(String status) {
        enqueue(200, "{\"status\":\"" + status + "\",\"request_counts\":{\"total\":2,\"completed\":1,\"failed\":1}}");

        assertThat(state(Dialect.OPENAI, "b")).isEqualTo(new BatchState.Ended(new Counts(2, 2, 1), status));
    }

    @Test
    void aBatchThatOpenAiRefusesTellsWhy() {
        enqueue(
                200,
                "{\"status\":\"failed\",\"errors\":{\"object\":\"list\",\"data\":[{\"code\":\"invalid_json_line\","
                        + "\"message\":\"This line is not JSON\",\"line\":1}]}}");

        assertThat(state(Dialect.OPENAI, "b"))
                .isEqualTo(new BatchState.Refused(new Counts(0, 0, 0), "This line is not JSON"));
    }

    @ParameterizedTest
    @CsvSource({"in_progress, false", "canceling, false", "ended, true"})
    void anthropicCountsAllThatHasEnded(String status, boolean ended) {
        enqueue(
                200,
                "{\"id\":\"b\",\"processing_status\":\"" + status + "\",\"request_counts\":{\"processing\":100,"
                        + "\"succeeded\":50,\"errored\":30,\"canceled\":10,\"expired\":10}}");
        var counts = new Counts(200, 100, 50);

        assertThat(state(Dialect.ANTHROPIC, "b"))
                .isEqualTo(ended ? new BatchState.Ended(counts, status) : new BatchState.UnderWay(counts, status));
        assertThat(taken().getTarget()).isEqualTo("/v1/messages/batches/b");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void aStateThatIsNotKnownIsMalformed(Dialect dialect) {
        enqueue(200, "{\"id\":\"b\",\"status\":\"odd\",\"processing_status\":\"odd\"}");

        assertThat(catchThrowableOfType(LlmException.MalformedResponse.class, () -> state(dialect, "b")))
                .hasMessageContaining("'odd'");
    }

    @Test
    void openAisAnswersAndErrorsAreReadFromBothFilesInAnyOrder() {
        List<Item> items =
                IntStream.range(0, 5).mapToObj(i -> new Item("i" + i, REQUEST)).toList();
        enqueue(200, "{\"status\":\"expired\",\"output_file_id\":\"file-out\",\"error_file_id\":\"file-err\"}");
        enqueue(
                200,
                answered("i2", "Two, not " + KEY) + "\n" + answered("i0", "Nought") + "\n"
                        + answered("of-another", "Stray") + "\n"
                        + "{\"custom_id\":\"i4\",\"response\":{\"status_code\":200,\"body\":{\"odd\":1}},\"error\":null}\n");
        enqueue(
                200,
                "{\"custom_id\":\"i1\",\"response\":{\"status_code\":400,\"request_id\":\"req_1\",\"body\":{\"error\":"
                        + "{\"message\":\"Too long\",\"code\":\"context_length_exceeded\"}}},\"error\":null}\n"
                        + "{\"custom_id\":\"i3\",\"response\":null,\"error\":{\"code\":\"batch_expired\","
                        + "\"message\":\"This request could not be executed before the completion window expired.\"}}");

        List<Result> results = results(Dialect.OPENAI, items);

        assertThat(results).extracting(Result::id).containsExactly("i2", "i0", "i4", "i1", "i3");
        var answer = ((Result.Answered) results.getFirst()).response();
        assertThat(answer.text()).isEqualTo("Two, not ***");
        assertThat(answer.usage().inputTokens()).isEqualTo(11);
        assertThat(answer.latency().total()).isNull();
        assertThat(answer.raw().requestId()).isEqualTo("req_9");
        assertThat(answer.raw().request()).contains("\"model\":\"small\"");
        assertThat(answer.raw().response()).contains("\"usage\"").doesNotContain(KEY);
        assertThat(failure(results.get(2))).isInstanceOf(LlmException.MalformedResponse.class);
        assertThat(failure(results.get(3)))
                .isInstanceOf(LlmException.ContextTooLong.class)
                .hasMessageContaining("HTTP 400");
        assertThat(failure(results.get(4)))
                .isInstanceOf(LlmException.Unanswered.class)
                .hasMessageContaining("expired");
        assertThat(List.of(taken(), taken(), taken()))
                .extracting(RecordedRequest::getTarget)
                .containsExactly("/v1/batches/b%2F1", "/v1/files/file-out/content", "/v1/files/file-err/content");
    }

    private static String answered(String id, String text) {
        return "{\"id\":\"batch_req_1\",\"custom_id\":\"" + id + "\",\"response\":{\"status_code\":200,"
                + "\"request_id\":\"req_9\",\"body\":{\"id\":\"chatcmpl-1\",\"model\":\"small-1\",\"choices\":[{"
                + "\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":3}}},\"error\":null}";
    }

    private static LlmException failure(Result result) {
        return ((Result.Failed) result).failure();
    }

    @Test
    void anthropicsResultsAreReadAtItsOwnAddressWhateverAddressItNames() {
        List<Item> items =
                IntStream.range(0, 4).mapToObj(i -> new Item("i" + i, REQUEST)).toList();
        enqueue(200, "{\"processing_status\":\"ended\",\"results_url\":\"https://elsewhere.example/results\"}");
        enqueue(200, """
                {"custom_id":"i3","result":{"type":"canceled"}}
                {"custom_id":"i1","result":{"type":"errored","error":{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: too large"}}}}
                {"custom_id":"i0","result":{"type":"succeeded","message":{"id":"msg_1","type":"message","model":"small-1","role":"assistant","content":[{"type":"text","text":"Good"}],"stop_reason":"end_turn","usage":{"input_tokens":9,"output_tokens":2}}}}
                {"custom_id":"i2","result":{"type":"expired"}}
                """);

        List<Result> results = results(Dialect.ANTHROPIC, items);

        assertThat(results).extracting(Result::id).containsExactly("i3", "i1", "i0", "i2");
        assertThat(failure(results.get(0)))
                .isInstanceOf(LlmException.Unanswered.class)
                .hasMessageContaining("cancelled");
        assertThat(failure(results.get(1)))
                .isInstanceOf(LlmException.Rejected.class)
                .hasMessageContaining("max_tokens: too large");
        assertThat(((Result.Answered) results.get(2)).response().text()).isEqualTo("Good");
        assertThat(failure(results.get(3))).hasMessageContaining("expired");
        taken();
        assertThat(taken().getTarget()).isEqualTo("/v1/messages/batches/b%2F1/results");
    }

    @Test
    void resultsThatBreakOffTellWhatWasReadAndThenThatTheRestIsMissing() {
        enqueue(200, "{\"status\":\"completed\",\"output_file_id\":\"f\"}");
        enqueue(200, answered("v0-c0-r0", "One") + "\n{\"custom_id\":\"v0-c1-r0\",\"resp");
        List<Result> read = new ArrayList<>();

        assertThat(catchThrowableOfType(
                        LlmException.class,
                        () -> batches(Dialect.OPENAI, batches -> {
                            batches.results(MODEL, "b", TWO, read::add);
                            return read;
                        })))
                .isInstanceOf(LlmException.MalformedResponse.class);
        assertThat(read).extracting(Result::id).containsExactly("v0-c0-r0");
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, /v1/batches/b/cancel", "ANTHROPIC, /v1/messages/batches/b/cancel"})
    void aBatchIsCancelledAndTheHostIsTold(Dialect dialect, String path) {
        enqueue(200, "{\"id\":\"b\"}");

        batches(dialect, batches -> {
            batches.cancel(MODEL, "b");
            return path;
        });

        RecordedRequest request = taken();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo(path);
        assertThat(OutboundLog.ofProcess().contacts())
                .anyMatch(contact ->
                        contact.purpose() == Purpose.BATCH && contact.host().endsWith(":" + server.getPort()));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "GEMINI", "OLLAMA", "COHERE"})
    void theOthersHaveNone(Dialect dialect) {
        boolean offered = ask(dialect, provider -> provider.batches(MODEL).isPresent());
        assertThat(offered).isFalse();
    }
}
