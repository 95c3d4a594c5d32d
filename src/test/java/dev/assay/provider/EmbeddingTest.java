package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.CancelledException;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingRequest.Purpose;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.Usage;
import dev.assay.provider.endpoint.Embeddings;
import dev.assay.settings.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Embeddings in every protocol that has them. */
class EmbeddingTest extends QuestionHarness {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EmbeddingResponse embed(Dialect dialect, List<String> texts, @Nullable Integer length, Purpose purpose) {
        return ask(dialect, provider -> provider.embed(new EmbeddingRequest(MODEL, texts, length, purpose)));
    }

    private EmbeddingResponse embed(Dialect dialect, String... texts) {
        return embed(dialect, List.of(texts), null, Purpose.UNSPECIFIED);
    }

    @Test
    void openAiVectorsAreOrderedByTheirTexts() throws Exception {
        enqueue(200, """
                {"object":"list","data":[
                  {"object":"embedding","index":1,"embedding":[0.5,-1]},
                  {"object":"embedding","index":0,"embedding":[0.25,1e-3]}],
                 "model":"small","usage":{"prompt_tokens":7,"total_tokens":7}}""");

        EmbeddingResponse response = embed(Dialect.OPENAI, List.of("one", "two"), 2, Purpose.QUERY);

        assertThat(response.vectors()).containsExactly(new float[] {0.25f, 0.001f}, new float[] {0.5f, -1});
        assertThat(response.usage().inputTokens()).isEqualTo(7);
        assertThat(response.usage().raw()).contains("total_tokens");
        assertThat(response.calls()).isEqualTo(1);
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/embeddings");
        assertThat(JSON.readTree(request.getBody().utf8()))
                .isEqualTo(JSON.readTree("{\"model\":\"small\",\"input\":[\"one\",\"two\"],\"dimensions\":2}"));
    }

    @Test
    void geminiIsToldThePurposeAndShortenedVectorsGetTheirLengthBack() throws Exception {
        enqueue(200, "{\"embeddings\":[{\"values\":[3,4]}],\"usageMetadata\":{\"promptTokenCount\":2}}");

        EmbeddingResponse response = embed(Dialect.GEMINI, List.of("one"), 2, Purpose.DOCUMENT);

        assertThat(response.vectors()).containsExactly(new float[] {0.6f, 0.8f});
        assertThat(response.usage().inputTokens()).isEqualTo(2);
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/models/small:batchEmbedContents");
        assertThat(JSON.readTree(request.getBody().utf8()).at("/requests/0")).isEqualTo(JSON.readTree("""
                        {"model":"models/small","content":{"parts":[{"text":"one"}]},
                         "taskType":"RETRIEVAL_DOCUMENT","outputDimensionality":2}"""));
    }

    @Test
    void ollamaIsToldNotToCutWhatIsTooLong() throws Exception {
        enqueue(200, "{\"model\":\"small\",\"embeddings\":[[1,2],[3,4]],\"prompt_eval_count\":5}");

        assertThat(embed(Dialect.OLLAMA, "one", "two").usage()).isEqualTo(Usage.of(5, 0));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/api/embed");
        assertThat(JSON.readTree(request.getBody().utf8()))
                .isEqualTo(JSON.readTree("{\"model\":\"small\",\"input\":[\"one\",\"two\"],\"truncate\":false}"));
    }

    @ParameterizedTest
    @CsvSource({
        "QUERY, search_query",
        "DOCUMENT, search_document",
        "UNSPECIFIED, search_document",
        "CLASSIFICATION, classification",
        "CLUSTERING, clustering",
        "SIMILARITY, clustering"
    })
    void cohereIsToldThePurpose(Purpose purpose, String type) throws Exception {
        enqueue(200, """
                {"id":"e","embeddings":{"float":[[1,2]]},"texts":["one"],
                 "meta":{"billed_units":{"input_tokens":3}}}""");

        assertThat(embed(Dialect.COHERE, List.of("one"), null, purpose).usage().inputTokens())
                .isEqualTo(3);
        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v2/embed");
        JsonNode body = JSON.readTree(request.getBody().utf8());
        assertThat(body.path("input_type").asText()).isEqualTo(type);
        assertThat(body.path("embedding_types").path(0).asText()).isEqualTo("float");
        assertThat(body.path("truncate").asText()).isEqualTo("NONE");
    }

    /** Answers each text with its own number, and the calls in any order. */
    private void answerNumbers() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    JsonNode texts = JSON.readTree(request.getBody().utf8()).path("input");
                    String data = IntStream.range(0, texts.size())
                            .map(i -> texts.size() - 1 - i)
                            .mapToObj(i -> "{\"index\":" + i + ",\"embedding\":["
                                    + texts.get(i).asText() + ",1]}")
                            .collect(Collectors.joining(","));
                    return new MockResponse.Builder()
                            .body("{\"data\":[" + data + "],\"usage\":{\"prompt_tokens\":" + texts.size() + "}}")
                            .build();
                } catch (java.io.IOException e) {
                    return new MockResponse.Builder().code(500).build();
                }
            }
        });
    }

    @Test
    void manyTextsGoInSeveralCallsAndComeBackInTheirOrder() {
        answerNumbers();
        List<String> texts = IntStream.range(0, 1000).mapToObj(String::valueOf).toList();

        EmbeddingResponse response = embed(Dialect.OPENAI, texts, null, Purpose.UNSPECIFIED);

        assertThat(response.vectors()).hasSize(1000);
        for (int i = 0; i < texts.size(); i++) {
            assertThat(response.vectors().get(i)[0]).isEqualTo(i);
        }
        assertThat(response.usage().inputTokens()).isEqualTo(1000);
        assertThat(response.calls()).isEqualTo(11);
        assertThat(server.getRequestCount()).isEqualTo(11);
    }

    @Test
    void aCallThatFailsFailsTheWhole() {
        for (int i = 0; i < 11; i++) {
            enqueue(400, "{\"error\":{\"message\":\"too strange\"}}");
        }
        List<String> texts = IntStream.range(0, 1000).mapToObj(String::valueOf).toList();
        assertThat(catchThrowableOfType(
                        LlmException.Rejected.class, () -> embed(Dialect.OPENAI, texts, null, Purpose.UNSPECIFIED)))
                .hasMessageContaining("too strange");
    }

    @Test
    void cancellingEndsAllCalls() throws InterruptedException {
        var asked = new CountDownLatch(4);
        var ended = new CountDownLatch(1);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                asked.countDown();
                ended.await();
                return new MockResponse.Builder().build();
            }
        });
        List<String> texts = IntStream.range(0, 1000).mapToObj(String::valueOf).toList();
        var failure = new AtomicReference<Throwable>();
        Thread caller = Thread.ofVirtual()
                .start(() ->
                        failure.set(catchThrowable(() -> embed(Dialect.OPENAI, texts, null, Purpose.UNSPECIFIED))));
        asked.await();
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
        ended.countDown();
        assertThat(failure.get()).isInstanceOf(CancelledException.class);
    }

    @Test
    void batchesKeepBothLimitsAndALongTextGoesAlone() {
        var request =
                new EmbeddingRequest(MODEL, List.of("aa", "bb", "cc", "dddddddd", "e", "f"), null, Purpose.UNSPECIFIED);
        assertThat(EmbeddingBatches.cut(request, new Embeddings.Limits(3, 4)))
                .extracting(EmbeddingRequest::inputs)
                .containsExactly(List.of("aa", "bb"), List.of("cc"), List.of("dddddddd"), List.of("e", "f"));
        assertThat(EmbeddingBatches.cut(request, new Embeddings.Limits(5, 100)))
                .extracting(batch -> batch.inputs().size())
                .containsExactly(5, 1);
    }

    @Test
    void noTextsNeedNoCall() {
        assertThat(embed(Dialect.OPENAI).vectors()).isEmpty();
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"data":[{"index":0,"embedding":[1,2]}]}                                    | 1 vectors for 2 texts
            {"data":[{"index":0,"embedding":[1,2]},{"index":0,"embedding":[1,2]}]}      | for text 2
            {"data":[{"index":1,"embedding":[1,2]},{"index":2,"embedding":[1,2]}]}      | for text 1
            {"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]}        | a vector of 1 numbers, not of 2
            {"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":["x",2]}]}    | something else than numbers
            {"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":"AAAA"}]}     | in place of a vector
            {"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}            | in place of a vector
            {"hello":1}                                                                 | no list of vectors
            """)
    void anAnswerThatDoesNotFitTheTextsIsMalformed(String body, String named) {
        enqueue(200, body);
        assertThat(catchThrowableOfType(
                        LlmException.MalformedResponse.class, () -> embed(Dialect.OPENAI, "one", "two")))
                .hasMessageContaining(named);
    }

    @Test
    void vectorsOfAnotherLengthThanAskedAreMalformed() {
        enqueue(200, "{\"embeddings\":[[1,2,3]]}");
        assertThat(catchThrowableOfType(
                        LlmException.MalformedResponse.class,
                        () -> embed(Dialect.OLLAMA, List.of("one"), 2, Purpose.UNSPECIFIED)))
                .hasMessageContaining("not of 2 as asked");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANTHROPIC", "BEDROCK"})
    void someHaveNone(Dialect dialect) {
        assertThat(catchThrowableOfType(LlmException.Unsupported.class, () -> embed(dialect, "one")))
                .hasMessageContaining("offers no embeddings");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ANTHROPIC", "BEDROCK"},
            mode = EnumSource.Mode.EXCLUDE)
    void aModelThatIsNotThereIsTold(Dialect dialect) {
        enqueue(404, "{\"error\":{\"message\":\"The model small does not exist\"}}");
        assertThat(catchThrowableOfType(LlmException.UnknownModel.class, () -> embed(dialect, "one")))
                .hasMessageContaining("house/small");
    }
}
