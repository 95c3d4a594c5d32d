package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.FinishReason;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.provider.openai.OpenAiDialect;
import dev.assay.provider.profile.ModelProfiles;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiProviderTest extends LlmProviderContract {

    @Override
    Dialect dialect() {
        return Dialect.OPENAI;
    }

    @Override
    WireBodies bodies() {
        return new WireBodies(Dialect.OPENAI, "sse");
    }

    @Override
    String error(String message) {
        String escaped = message.replace("\n", "\\n");
        return "{\"error\":{\"message\":\"" + escaped + "\",\"type\":null,\"param\":null,\"code\":null}}";
    }

    private JsonNode sent() throws Exception {
        return new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
    }

    private ChatResponse chat(String model, ModelParameters parameters, ResponseFormat format) {
        enqueue(200, bodies().whole());
        ChatRequest plain = request(false);
        return gateway()
                .chat(
                        new ChatRequest(new ModelId("house", model), plain.messages(), parameters, format, false),
                        ChatListener.NONE);
    }

    @Test
    void parametersGoUnderTheirWireNames() throws Exception {
        ChatResponse response =
                chat("small", new ModelParameters(0.5, 0.9, 40, 100, 7L, List.of("END"), null), ResponseFormat.TEXT);
        JsonNode sent = sent();
        assertThat(sent.path("temperature").doubleValue()).isEqualTo(0.5);
        assertThat(sent.path("top_p").doubleValue()).isEqualTo(0.9);
        assertThat(sent.path("top_k").intValue()).isEqualTo(40);
        assertThat(sent.path("max_tokens").intValue()).isEqualTo(100);
        assertThat(sent.path("seed").longValue()).isEqualTo(7);
        assertThat(sent.path("stop").path(0).textValue()).isEqualTo("END");
        assertThat(sent.path("stream").booleanValue()).isFalse();
        assertThat(sent.path("messages").path(0).path("role").textValue()).isEqualTo("system");
        assertThat(response.adjustments()).isEmpty();
    }

    @Test
    void whatAReasoningModelRefusesIsLeftOutAndRecorded() throws Exception {
        ChatResponse response = chat(
                "vendor/o3-mini",
                new ModelParameters(0.5, null, null, 100, null, List.of("x"), 4096),
                ResponseFormat.TEXT);
        JsonNode sent = sent();
        assertThat(sent.has("temperature")).isFalse();
        assertThat(sent.has("stop")).isFalse();
        assertThat(sent.path("max_completion_tokens").intValue()).isEqualTo(100);
        assertThat(response.adjustments())
                .extracting(Adjustment::parameter)
                .containsExactly("temperature", "stop", "contextTokens");
    }

    @Test
    void probabilitiesAreAskedForWhereTheModelTellsThemAndThoseOfFiguresAreRead() throws Exception {
        enqueue(200, """
                {"id": "1", "model": "gpt-4.1", "choices": [{"index": 0, "finish_reason": "stop",
                 "message": {"role": "assistant", "content": "score: 4"},
                 "logprobs": {"content": [
                   {"token": "score", "logprob": 0.0, "top_logprobs": [{"token": "score", "logprob": 0.0}]},
                   {"token": " 4", "logprob": -0.5, "top_logprobs": [
                     {"token": " 4", "logprob": -0.6931471805599453}, {"token": "3", "logprob": -1.3862943611198906},
                     {"token": "4", "logprob": -2.302585092994046}, {"token": "four", "logprob": -3.0}]}]}}]}""");
        ModelParameters asked = ModelParameters.DEFAULTS.withLikeliest(5);

        ChatResponse response = gateway()
                .chat(
                        new ChatRequest(
                                new ModelId("house", "vendor/gpt-4.1"),
                                request(false).messages(),
                                asked,
                                ResponseFormat.TEXT,
                                false),
                        ChatListener.NONE);

        JsonNode sent = sent();
        assertThat(sent.path("logprobs").booleanValue()).isTrue();
        assertThat(sent.path("top_logprobs").intValue()).isEqualTo(5);
        assertThat(response.figures()).singleElement().satisfies(token -> {
            assertThat(token.figure()).isEqualTo(4);
            assertThat(token.chances().keySet()).containsExactly(4, 3);
            assertThat(token.chances().get(4)).isCloseTo(0.6, within(1e-9));
        });
        chat("small", asked, ResponseFormat.TEXT);
        assertThat(sent().has("logprobs")).isFalse();
        ChatResponse silent = chat("vendor/o3-mini", asked, ResponseFormat.TEXT);
        assertThat(sent().has("top_logprobs")).isFalse();
        assertThat(silent.adjustments()).isEmpty();
    }

    @Test
    void aSchemaIsStrictOnlyWhereOpenAiCanEnforceIt() throws Exception {
        String closed = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"],"
                + "\"additionalProperties\":false}";
        chat("small", ModelParameters.DEFAULTS, new ResponseFormat.JsonSchema("shape", closed));
        JsonNode format = sent().path("response_format");
        assertThat(format.path("type").textValue()).isEqualTo("json_schema");
        assertThat(format.path("json_schema").path("strict").booleanValue()).isTrue();
        chat(
                "small",
                ModelParameters.DEFAULTS,
                new ResponseFormat.JsonSchema("shape", closed.replace("[\"a\"]", "[]")));
        assertThat(sent().path("response_format")
                        .path("json_schema")
                        .path("strict")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void aServerThatRefusesToBeAskedForUsageIsAskedOnceMoreWithoutAndNeverAgain() throws Exception {
        LlmGateway gateway = gateway();
        enqueue(400, error("Unknown field: stream_options"));
        enqueue(200, bodies().streamWithoutUsage());
        enqueue(200, bodies().streamWithoutUsage());
        ChatResponse first = gateway.chat(request(true), ChatListener.NONE);
        assertThat(first.text()).isEqualTo(TEXT);
        assertThat(first.adjustments())
                .extracting(Adjustment::parameter)
                .containsExactly("stream_options.include_usage");
        gateway.chat(request(true), ChatListener.NONE);
        assertThat(sent().has("stream_options")).isTrue();
        assertThat(sent().has("stream_options")).isFalse();
        assertThat(sent().has("stream_options")).isFalse();
    }

    @Test
    void aParameterThatTheModelRefusesIsLeftOutAtOnceAndFromThenOn() throws Exception {
        LlmGateway gateway = gateway();
        String refusal = "{\"error\":{\"message\":\"no\",\"param\":\"seed\",\"code\":\"unsupported_parameter\"}}";
        var seeded = new ModelParameters(null, null, null, null, 7L, List.of(), null);
        enqueue(400, refusal);
        enqueue(200, bodies().whole());
        enqueue(200, bodies().whole());
        ChatRequest request = request(false).withParameters(seeded);
        ChatResponse first = gateway.chat(request, ChatListener.NONE);
        assertThat(first.adjustments()).extracting(Adjustment::parameter).containsExactly("seed");
        gateway.chat(request, ChatListener.NONE);
        assertThat(sent().has("seed")).isTrue();
        assertThat(sent().has("seed")).isFalse();
        assertThat(sent().has("seed")).isFalse();
    }

    @Test
    void aRefusalOfWhatWasNotSentIsNotFollowedByTheSameCall() {
        enqueue(400, "{\"error\":{\"message\":\"no\",\"param\":\"seed\",\"code\":\"unsupported_parameter\"}}");
        failure(false, LlmException.Rejected.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void toolCallsArriveWholeAndInFragments() {
        enqueue(200, """
                {"choices":[{"message":{"content":null,"tool_calls":[{"id":"a","type":"function",
                 "function":{"name":"look","arguments":"{\\"q\\":1}"}}]},"finish_reason":"tool_calls"}]}""");
        assertThat(chat(false).toolCalls()).containsExactly(new ContentPart.ToolCall("a", "look", "{\"q\":1}"));
        enqueue(200, """
                data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"look","arguments":"{"}}]}}]}

                data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"b","function":{"name":"look","arguments":"[]"}}]}}]}

                data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"arguments":"}"}}]}}]}

                data: {"choices":[{"delta":{},"finish_reason":"tool_calls"}]}

                """);
        assertThat(chat(true).toolCalls())
                .containsExactly(
                        new ContentPart.ToolCall("a", "look", "{}"), new ContentPart.ToolCall("b", "look", "[]"));
    }

    @Test
    void aQuotaThatIsUsedUpIsNotWorthAnotherTry() {
        enqueue(429, "{\"error\":{\"message\":\"pay\",\"code\":\"insufficient_quota\"}}");
        assertThat(failure(false, LlmException.RateLimited.class).isRetriable()).isFalse();
    }

    @Test
    void aWholeAnswerToAStreamedRequestIsReadAndNoted() {
        enqueue(200, "\n\n" + bodies().whole());
        ChatResponse response = chat(true);
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.latency().timeToFirstToken()).isNull();
        assertThat(response.adjustments()).extracting(Adjustment::parameter).containsExactly("stream");
    }

    @Test
    void aStreamIsCompleteWithItsFinishReasonEvenWithoutTheDoneMarker() {
        enqueue(200, bodies().stream().replace("data: [DONE]\n\n", ""));
        assertThat(chat(true).usage().outputTokens()).isEqualTo(5);
    }

    @Test
    void theDoneMarkerWithoutAReasonLeavesTheReasonUnknown() {
        enqueue(200, bodies().stream().replace("\"stop\"", "null"));
        assertThat(chat(true).finishReason()).isEqualTo(FinishReason.UNKNOWN);
    }

    @Test
    void theDoneMarkerWithoutAnyChoiceIsNoAnswer() {
        enqueue(200, "data: {\"id\":\"c-1\",\"choices\":[]}\n\ndata: [DONE]\n\n");
        failure(true, LlmException.MalformedResponse.class);
    }

    @Test
    void reasoningBesideTheCompletionCountsAsOutput() {
        enqueue(
                200,
                "{\"choices\":[{\"message\":{\"content\":\"x\",\"reasoning_content\":\"hm\"},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":1,\"total_tokens\":241,"
                        + "\"completion_tokens_details\":{\"reasoning_tokens\":228},\"cost_in_usd_ticks\":1176500}}");
        ChatResponse response = chat(false);
        assertThat(response.usage().outputTokens()).isEqualTo(229);
        assertThat(response.usage().reportedCostUsd()).isEqualByComparingTo("0.00011765");
        assertThat(response.reasoning()).isEqualTo("hm");
    }

    @Test
    void callsThatAreRefusedTogetherForAskingForUsageAreAllMadeAgain() throws Exception {
        var together = new CyclicBarrier(2);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (!request.getBody().utf8().contains("stream_options")) {
                    return new MockResponse.Builder()
                            .body(bodies().streamWithoutUsage())
                            .build();
                }
                try {
                    together.await();
                } catch (BrokenBarrierException e) {
                    throw new AssertionError(e);
                }
                String refusal = "{\"detail\":[{\"loc\":[\"body\",\"stream_options\"],\"msg\":\"not permitted\"}]}";
                return new MockResponse.Builder().code(422).body(refusal).build();
            }
        });
        LlmGateway gateway = gateway();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> gateway.chat(request(true), ChatListener.NONE));
            var second = threads.submit(() -> gateway.chat(request(true), ChatListener.NONE));
            assertThat(first.get().text()).isEqualTo(TEXT);
            assertThat(second.get().text()).isEqualTo(TEXT);
        }
    }

    @Test
    void whatFollowsACompleteAnswerDoesNotSpoilIt() {
        enqueue(200, bodies().stream().replace("data: [DONE]", "data: [DONE] "));
        enqueue(200, bodies().stream().replace("data: [DONE]", "data: bye"));
        assertThat(chat(true).text()).isEqualTo(TEXT);
        assertThat(chat(true).text()).isEqualTo(TEXT);
    }

    @Test
    void twoDocumentsInOneEventAreNotReadAsOne() {
        enqueue(200, bodies().beginning().stripTrailing() + "{\"choices\":[]}\n\ndata: [DONE]\n\n");
        failure(true, LlmException.MalformedResponse.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e30", "1e-999999999", "\"much\""})
    void aCostThatNoCallCanHaveIsUnknown(String cost) {
        enqueue(200, "{\"choices\":[{\"message\":{\"content\":\"x\"}}],\"usage\":{\"cost\":" + cost + "}}");
        assertThat(chat(false).usage().reportedCostUsd()).isNull();
    }

    private static JsonNode written(Map<String, String> quirks, String model, ModelParameters parameters) {
        var dialect = new OpenAiDialect(URI.create("https://llm.example/v1"), quirks);
        ChatRequest asked = new ChatRequest(
                new ModelId("house", model),
                List.of(
                        Message.of(Role.USER, "Hello"),
                        Message.of(
                                Role.ASSISTANT,
                                List.of(new ContentPart.Reasoning("hm", null, false), new ContentPart.Text("Hi."))),
                        Message.of(Role.USER, "Bye")),
                parameters,
                ResponseFormat.TEXT,
                true);
        return dialect.write(asked, ModelProfiles.bundled().of(asked.model(), dialect.vendor()))
                .body();
    }

    @Test
    void aServerOfOnesOwnIsSpokenToAsItsQuirksSay() {
        var parameters =
                new ModelParameters(null, null, null, 100, 7L, List.of(), null, null, null, ReasoningEffort.HIGH);
        JsonNode usual = written(Map.of(), "gpt-oss", parameters);
        assertThat(usual.path("max_tokens").intValue()).isEqualTo(100);
        assertThat(usual.path("reasoning_effort").textValue()).isEqualTo("high");
        assertThat(usual.path("stream_options").path("include_usage").booleanValue())
                .isTrue();
        JsonNode own = written(
                Map.of(
                        "capField", "max_completion_tokens",
                        "seedField", "random_seed",
                        "streamUsage", "false",
                        "effort", "object",
                        "reasoningField", "reasoning"),
                "gpt-oss",
                parameters);
        assertThat(own.path("max_completion_tokens").intValue()).isEqualTo(100);
        assertThat(own.path("random_seed").intValue()).isEqualTo(7);
        assertThat(own.has("stream_options")).isFalse();
        assertThat(own.path("reasoning").path("effort").textValue()).isEqualTo("high");
        assertThat(own.path("messages").path(1).path("reasoning").textValue()).isEqualTo("hm");
        assertThat(written(Map.of("capField", "max_tokens"), "o3", parameters).has("max_tokens"))
                .as("what the user says goes before what is known of the model")
                .isTrue();
    }

    @Test
    void aServerMayBeLikeThatOfAVendor() {
        var azure = new OpenAiDialect(URI.create("https://llm.example/openai"), Map.of("vendor", "azure"));
        assertThat(azure.headers(new ApiKey.Present("k", "K"))).containsOnlyKeys("api-key");
        assertThat(azure.chatPath("/openai", request(false))).isEqualTo("deployments/small/chat/completions");
        JsonNode like = written(
                Map.of("vendor", "mistral"), "m", new ModelParameters(null, null, null, null, 7L, List.of(), null));
        assertThat(like.path("random_seed").intValue()).isEqualTo(7);
        JsonNode plain = written(Map.of("vendor", "groq", "reasoningField", "none"), "m", ModelParameters.DEFAULTS);
        assertThat(plain.path("messages").path(1).has("reasoning")).isFalse();
    }
}
