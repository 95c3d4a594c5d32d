package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.responses.ResponsesDialect;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesProviderTest extends LlmProviderContract {
    private static final String CLOSED = "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},"
            + "\"required\":[\"a\"],\"additionalProperties\":false}";
    private static final ModelParameters HARD =
            new ModelParameters(null, null, null, null, null, List.of(), null, null, null, ReasoningEffort.HIGH);

    @Override
    Dialect dialect() {
        return Dialect.OPENAI_RESPONSES;
    }

    @Override
    WireBodies bodies() {
        return new WireBodies(Dialect.OPENAI_RESPONSES, "sse");
    }

    @Override
    String error(String message) {
        String escaped = message.replace("\n", "\\n");
        return "{\"error\":{\"message\":\"" + escaped + "\",\"type\":null,\"param\":null,\"code\":null}}";
    }

    private JsonNode sent() throws Exception {
        return new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
    }

    private ChatResponse answered(String whole) {
        enqueue(200, whole);
        return chat(false);
    }

    private static ChatRequest conversation(List<Message> messages) {
        return new ChatRequest(
                new ModelId("house", "small"), messages, ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
    }

    @Test
    void aRequestSaysWhatIsAsked() throws Exception {
        enqueue(200, bodies().whole());
        var parameters =
                new ModelParameters(0.5, 0.9, null, 100, null, List.of(), null, null, null, ReasoningEffort.LOW);
        ChatRequest asked = new ChatRequest(
                        new ModelId("house", "small"),
                        request(false).messages(),
                        parameters,
                        new ResponseFormat.JsonSchema("shape", CLOSED),
                        false)
                .withTools(
                        List.of(new Tool("look_up", "Looks.", "{\"type\":\"object\",\"properties\":{\"q\":{}}}")),
                        new ToolChoice.Named("look_up"));
        ChatResponse response = gateway().chat(asked, ChatListener.NONE);
        assertThat(response.adjustments()).isEmpty();
        assertThat(sent()).isEqualTo(new ObjectMapper().readTree("""
                {"model":"small","instructions":"Be kind.",
                 "input":[{"role":"user","content":"Greet the wörld."}],
                 "tools":[{"type":"function","name":"look_up","description":"Looks.","strict":false,
                   "parameters":{"type":"object","properties":{"q":{}}}}],
                 "tool_choice":{"type":"function","name":"look_up"},
                 "temperature":0.5,"top_p":0.9,"max_output_tokens":100,"reasoning":{"effort":"low"},
                 "text":{"format":{"type":"json_schema","name":"shape","strict":true,"schema":%s}},
                 "store":false,"stream":false}""".formatted(CLOSED)));
    }

    @Test
    void aConversationWithToolsIsSentAsItems() throws Exception {
        enqueue(200, bodies().whole());
        gateway()
                .chat(
                        conversation(List.of(
                                Message.of(Role.SYSTEM, "One."),
                                Message.of(Role.SYSTEM, "Two."),
                                Message.of(
                                        Role.USER,
                                        List.of(
                                                new ContentPart.Text("What is this?"),
                                                new ContentPart.Media("data:image/png;base64,AA==", "image/png"))),
                                Message.of(
                                        Role.ASSISTANT,
                                        List.of(
                                                new ContentPart.Text("Let me look."),
                                                new ContentPart.ToolCall("c1", "look", "{\"q\":1}"))),
                                Message.of(
                                        Role.TOOL, List.of(new ContentPart.ToolResult("c1", "look", "a cat", false))),
                                Message.of(Role.SYSTEM, "Now be brief."))),
                        ChatListener.NONE);
        JsonNode sent = sent();
        assertThat(sent.path("instructions").textValue()).isEqualTo("One.\n\nTwo.");
        assertThat(sent.path("input")).isEqualTo(new ObjectMapper().readTree("""
                [{"role":"user","content":[{"type":"input_text","text":"What is this?"},
                   {"type":"input_image","image_url":"data:image/png;base64,AA=="}]},
                 {"role":"assistant","content":"Let me look."},
                 {"type":"function_call","call_id":"c1","name":"look","arguments":"{\\"q\\":1}"},
                 {"type":"function_call_output","call_id":"c1","output":"a cat"},
                 {"role":"system","content":"Now be brief."}]"""));
    }

    @Test
    void whatTheProtocolHasNoFieldForIsLeftOutAndRecorded() throws Exception {
        enqueue(200, bodies().whole());
        ChatResponse response = gateway()
                .chat(
                        request(false)
                                .withParameters(new ModelParameters(null, null, 40, null, 7L, List.of("END"), 4096)),
                        ChatListener.NONE);
        assertThat(response.adjustments())
                .extracting(Adjustment::parameter)
                .containsExactlyInAnyOrder("topK", "seed", "stop", "contextTokens");
        assertThat(sent().has("seed")).isFalse();
    }

    @Test
    void aModelThatReasonsIsAskedForASummaryWhereTheHostHasSome() {
        var openAi = new ResponsesDialect(URI.create("https://api.openai.com/v1"));
        ChatRequest hard = request(false).withParameters(HARD);
        assertThat(openAi.write(hard, ModelProfile.UNKNOWN)
                        .body()
                        .path("reasoning")
                        .toString())
                .isEqualTo("{\"effort\":\"high\",\"summary\":\"auto\"}");
        var refusal = new LlmException.Rejected(
                "no",
                new LlmException.Detail(
                        hard.model(),
                        400,
                        null,
                        "",
                        new dev.assay.llm.RawExchange(
                                openAi.write(hard, ModelProfile.UNKNOWN).body().toString(),
                                "{\"error\":{\"message\":\"Your organization must be verified to generate reasoning"
                                        + " summaries.\",\"param\":\"reasoning.summary\",\"code\":\"unsupported_value\"}}")));
        assertThat(openAi.learn(refusal)).isTrue();
        assertThat(openAi.write(hard, ModelProfile.UNKNOWN)
                        .body()
                        .path("reasoning")
                        .toString())
                .isEqualTo("{\"effort\":\"high\"}");
    }

    @Test
    void tokensAreCountedByOpenAiWithoutWhatSteersTheAnswerOnly() throws Exception {
        var settings = new ProviderSettings(
                        "house",
                        dialect(),
                        server.url("/v1").uri(),
                        new ApiKey.Present(KEY, "HOUSE_KEY"),
                        Map.of(),
                        List.of(),
                        1,
                        LONG,
                        LONG,
                        LONG)
                .withQuirks(Map.of("vendor", "openai"));
        enqueue(200, "{\"object\":\"response.input_tokens\",\"input_tokens\":16}");
        try (var counting = new LlmGateway(List.of(settings), Map.of())) {
            assertThat(counting.countTokens(request(true))).isEqualTo(16);
        }
        RecordedRequest asked = server.takeRequest();
        assertThat(asked.getTarget()).isEqualTo("/v1/responses/input_tokens");
        assertThat(new ObjectMapper().readTree(asked.getBody().utf8()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("model", "instructions", "input");
        assertThatThrownBy(() -> gateway().countTokens(request(true))).isInstanceOf(LlmException.Unsupported.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1, responses",
        "/openai/v1/, responses",
        "'', openai/responses",
    })
    void azureHasThePathBesideItsModels(String basePath, String path) {
        var azure = new ResponsesDialect(URI.create("https://x.openai.azure.com" + basePath));
        assertThat(azure.chatPath(basePath, request(false))).isEqualTo(path);
    }

    @Test
    void reasoningToolCallsAndUsageOfAWholeAnswerAreRead() {
        ChatResponse response = answered("""
                {"id":"r","object":"response","status":"completed","error":null,"model":"m","output":[
                  {"type":"reasoning","id":"rs","summary":[{"type":"summary_text","text":"First."},
                    {"type":"summary_text","text":"Then."}]},
                  {"type":"function_call","id":"fc","call_id":"a","name":"look","arguments":"{\\"q\\":1}"},
                  {"type":"function_call","id":"fd","call_id":"b","name":"look","arguments":""}],
                 "usage":{"input_tokens":10,"input_tokens_details":{"cached_tokens":4,"cache_write_tokens":2},
                   "output_tokens":9,"output_tokens_details":{"reasoning_tokens":6},"total_tokens":19}}""");
        assertThat(response.reasoning()).isEqualTo("First.\n\nThen.");
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(response.toolCalls())
                .containsExactly(
                        new ContentPart.ToolCall("a", "look", "{\"q\":1}"),
                        new ContentPart.ToolCall("b", "look", "{}"));
        assertThat(response.usage().inputTokens()).isEqualTo(10);
        assertThat(response.usage().outputTokens()).isEqualTo(9);
        assertThat(response.usage().cachedInputTokens()).isEqualTo(4);
        assertThat(response.usage().cacheWriteTokens()).isEqualTo(2);
        assertThat(response.usage().reasoningTokens()).isEqualTo(6);
        assertThat(response.usage().raw()).contains("\"total_tokens\":19");
    }

    @Test
    void reasoningRefusalAndToolCallsOfAStreamAreRead() {
        enqueue(200, """
                data: {"type":"response.reasoning_summary_part.added","summary_index":0}

                data: {"type":"response.reasoning_summary_text.delta","delta":"Fir"}

                data: {"type":"response.reasoning_summary_text.delta","delta":"st."}

                data: {"type":"response.reasoning_summary_part.added","summary_index":1}

                data: {"type":"response.reasoning_summary_text.delta","delta":"Then."}

                data: {"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","call_id":"a","name":"look","arguments":""}}

                data: {"type":"response.function_call_arguments.delta","output_index":1,"delta":"{}"}

                data: {"type":"response.output_item.done","output_index":1,"item":{"type":"function_call","call_id":"a","name":"look","arguments":"{}"}}

                data: {"type":"response.refusal.delta","delta":"I will "}

                data: {"type":"response.refusal.delta","delta":"not."}

                data: {"type":"response.completed","response":{"id":"r","status":"completed","output":[{"type":"reasoning","summary":[{"type":"summary_text","text":"First."}]},{"type":"function_call","call_id":"a","name":"look","arguments":"{}"},{"type":"message","content":[{"type":"refusal","refusal":"I will not."}]}]}}

                """);
        var thoughts = new ArrayList<String>();
        ChatResponse response = gateway().chat(request(true), new ChatListener() {
            @Override
            public void onText(String delta) {}

            @Override
            public void onReasoning(String delta) {
                thoughts.add(delta);
            }
        });
        assertThat(thoughts).containsExactly("Fir", "st.", "\n\n", "Then.");
        assertThat(response.reasoning()).isEqualTo("First.\n\nThen.");
        assertThat(response.text()).isEqualTo("I will not.");
        assertThat(response.finishReason()).isEqualTo(FinishReason.REFUSAL);
        assertThat(response.toolCalls()).containsExactly(new ContentPart.ToolCall("a", "look", "{}"));
    }

    @Test
    void aStreamThatSaysAllAtItsEndIsHeardThen() {
        enqueue(
                200,
                "data: {\"type\":\"response.completed\",\"response\":"
                        + bodies().whole().strip() + "}\n\n");
        var heard = new StringBuilder();
        assertThat(gateway().chat(request(true), heard::append).text()).isEqualTo(TEXT);
        assertThat(heard).hasToString(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "max_output_tokens, LENGTH",
        "content_filter, CONTENT_FILTER",
        "boredom, UNKNOWN",
    })
    void anIncompleteAnswerSaysWhy(String reason, FinishReason expected) {
        ChatResponse response = answered(
                "{\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"" + reason + "\"},\"output\":[]}");
        assertThat(response.finishReason()).isEqualTo(expected);
        assertThat(response.rawFinishReason()).isEqualTo(reason);
    }

    @Test
    void aFailedResponseIsAFailureOfItsKind() {
        enqueue(200, """
                {"status":"failed","error":{"code":"rate_limit_exceeded","message":"slow down"},"output":[]}""");
        assertThat(failure(false, LlmException.RateLimited.class).getMessage()).contains("slow down");
        enqueue(200, """
                data: {"type":"response.failed","response":{"status":"failed","error":{"code":"insufficient_quota","message":"pay"}}}

                """);
        assertThat(failure(true, LlmException.RateLimited.class).isRetriable()).isFalse();
    }
}
