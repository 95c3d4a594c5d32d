package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.settings.ApiKey;
import dev.assay.settings.CallLimits;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of models in every protocol. */
@Timeout(60)
class ModelListTest {
    private static final String KEY = "sk-secret-of-the-house";
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws java.io.IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ProviderSettings settings(Dialect dialect, ApiKey key) {
        Duration time = Duration.ofSeconds(20);
        return new ProviderSettings(
                "house", dialect, server.url("/").uri(), key, Map.of(), List.of(), 4, time, time, time);
    }

    private List<ModelInfo> list(Dialect dialect) {
        return list(settings(dialect, new ApiKey.Present(KEY, "HOUSE_KEY")));
    }

    private static List<ModelInfo> list(ProviderSettings settings) {
        try (var gateway = new LlmGateway(List.of(settings), Map.of())) {
            return gateway.listModels("house");
        }
    }

    private void enqueue(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    private static ModelId id(String name) {
        return new ModelId("house", name);
    }

    @Test
    void openAiNamesItsModelsAndServersLikeItTellMore() throws Exception {
        enqueue(200, """
                {"object":"list","data":[
                 {"id":"plain","object":"model","owned_by":"house"},
                 {"id":"router/model","context_length":64000,"top_provider":{"max_completion_tokens":8000},
                  "supported_parameters":["tools","seed"]},
                 {"id":"azure","capabilities":{"chat_completion":true,"fine_tune":false},
                  "deprecation":{"inference":1798761600}},
                 {"object":"model"}]}""");

        List<ModelInfo> models = list(Dialect.OPENAI);

        assertThat(models).extracting(ModelInfo::id).containsExactly(id("plain"), id("router/model"), id("azure"));
        assertThat(models.getFirst()).isEqualTo(ModelInfo.of(id("plain")));
        assertThat(models.get(1))
                .isEqualTo(new ModelInfo(id("router/model"), 64000L, 8000L, Set.of("tools", "seed"), null));
        assertThat(models.get(2).capabilities()).containsExactly("chat_completion");
        assertThat(models.get(2).retires()).isEqualTo("2027-01-01");
        var request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/models");
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
    }

    @Test
    void aServerThatSendsTheListAloneIsUnderstood() {
        enqueue(200, "[{\"id\":\"a\"},{\"id\":\"b\"}]");
        assertThat(list(Dialect.OPENAI)).hasSize(2);
    }

    @Test
    void anthropicIsAskedPartByPart() throws Exception {
        enqueue(200, """
                {"data":[{"type":"model","id":"one","max_input_tokens":200000,"max_tokens":64000,
                  "capabilities":{"batch":{"supported":true},"thinking":{"supported":false}}}],
                 "has_more":true,"first_id":"one","last_id":"one"}""");
        enqueue(200, "{\"data\":[{\"type\":\"model\",\"id\":\"two\"}],\"has_more\":false,\"last_id\":\"two\"}");

        assertThat(list(Dialect.ANTHROPIC))
                .containsExactly(
                        new ModelInfo(id("one"), 200000L, 64000L, Set.of("batch"), null), ModelInfo.of(id("two")));
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/models?limit=1000");
        assertThat(server.takeRequest().getUrl().queryParameter("after_id")).isEqualTo("one");
    }

    @Test
    void geminiIsAskedPartByPart() throws Exception {
        enqueue(200, """
                {"models":[{"name":"models/small","inputTokenLimit":32000,"outputTokenLimit":8000,"thinking":true,
                  "supportedGenerationMethods":["generateContent","countTokens"]}],"nextPageToken":"p2"}""");
        enqueue(200, "{\"models\":[{\"name\":\"tunedModels/own\"}]}");

        assertThat(list(Dialect.GEMINI))
                .containsExactly(
                        new ModelInfo(
                                id("small"), 32000L, 8000L, Set.of("generateContent", "countTokens", "thinking"), null),
                        ModelInfo.of(id("tunedModels/own")));
        server.takeRequest();
        assertThat(server.takeRequest().getUrl().queryParameter("pageToken")).isEqualTo("p2");
    }

    @Test
    void cohereIsAskedPartByPartInItsFirstVersion() throws Exception {
        enqueue(200, """
                {"models":[{"name":"large","endpoints":["chat"],"features":["tools"],"context_length":256000}],
                 "next_page_token":"more"}""");
        enqueue(200, "{\"models\":[{\"name\":\"embed\",\"endpoints\":[\"embed\"],\"features\":null}]}");

        assertThat(list(Dialect.COHERE))
                .containsExactly(
                        new ModelInfo(id("large"), 256000L, null, Set.of("chat", "tools"), null),
                        new ModelInfo(id("embed"), null, null, Set.of("embed"), null));
        assertThat(server.takeRequest().getUrl().encodedPath()).isEqualTo("/v1/models");
        assertThat(server.takeRequest().getUrl().queryParameter("page_token")).isEqualTo("more");
    }

    @Test
    void ollamaNamesWhatLiesOnIt() throws Exception {
        enqueue(200, "{\"models\":[{\"name\":\"llama:latest\",\"size\":12,\"capabilities\":[\"completion\"]}]}");
        assertThat(list(Dialect.OLLAMA))
                .containsExactly(new ModelInfo(id("llama:latest"), null, null, Set.of("completion"), null));
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/tags");
    }

    @Test
    void aPartThatNamesItselfNextIsNotAskedForEver() {
        for (int i = 0; i < 3; i++) {
            enqueue(200, "{\"data\":[{\"id\":\"one\"}],\"has_more\":true,\"last_id\":\"one\"}");
        }
        assertThat(list(Dialect.ANTHROPIC)).hasSize(2);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoListIsMalformed(Dialect dialect) {
        for (String body : List.of("{\"hello\":1}", "<html><title>Proxy</title></html>", "")) {
            enqueue(200, body);
            var failure = catchThrowableOfType(LlmException.MalformedResponse.class, () -> list(dialect));
            assertThat(failure).as(body).hasMessageContaining("Check baseUrl");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedKeyIsHidden(Dialect dialect) {
        enqueue(401, "{\"error\":{\"message\":\"bad key " + KEY + "\"}}");
        var failure = catchThrowableOfType(LlmException.Unauthorized.class, () -> list(dialect));
        assertThat(failure).hasMessageContaining("HOUSE_KEY").hasMessageNotContaining(KEY);
        assertThat(failure.detail().raw().response()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @EnumSource
    void aServerWithoutAListSaysSo(Dialect dialect) {
        enqueue(404, "not here");
        assertThat(catchThrowableOfType(LlmException.Unsupported.class, () -> list(dialect)))
                .hasMessageContaining("offers no list of models")
                .hasMessageContaining("HTTP 404");
    }

    @Test
    void aServerInTroubleIsAskedAgain() {
        server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "0")
                .body("{}")
                .build());
        enqueue(200, "{\"data\":[{\"id\":\"one\"}]}");
        var patient = settings(Dialect.OPENAI, new ApiKey.None()).withLimits(new CallLimits(1, 2));
        assertThat(list(patient)).hasSize(1);
    }

    @Test
    void aMissingKeyAndAnUnknownProviderAreToldWithoutACall() {
        assertThat(catchThrowableOfType(
                        LlmException.Unauthorized.class,
                        () -> list(settings(Dialect.OPENAI, new ApiKey.Missing("HOUSE_KEY")))))
                .hasMessageContaining("HOUSE_KEY");
        try (var gateway = new LlmGateway(List.of(settings(Dialect.OPENAI, new ApiKey.None())), Map.of())) {
            assertThat(catchThrowableOfType(InputException.class, () -> gateway.listModels("hous")))
                    .hasMessageContaining("house");
        }
        assertThat(server.getRequestCount()).isZero();
    }
}
