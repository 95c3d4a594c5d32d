package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.FinishReason;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tools, reasoning and penalties in the protocols that each have names of their own for them. */
class ProviderToolsTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Tool TOOL = new Tool(
            "find_city", "Finds a city.", "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}");
    private static final ContentPart.ToolCall CALL = new ContentPart.ToolCall("c1", "find_city", "{\"name\":\"Oslo\"}");

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> whole() {
        return Stream.of(
                Arguments.of(Dialect.GEMINI, """
                        {"candidates":[{"content":{"parts":[{"text":"hm","thought":true},
                         {"functionCall":{"id":"c1","name":"find_city","args":{"name":"Oslo"}}}]},"finishReason":"STOP"}]}"""),
                Arguments.of(Dialect.OLLAMA, """
                        {"message":{"role":"assistant","content":"","thinking":"hm","tool_calls":[
                         {"id":"c1","function":{"name":"find_city","arguments":{"name":"Oslo"}}}]},
                         "done":true,"done_reason":"stop"}"""),
                Arguments.of(Dialect.COHERE, """
                        {"id":"x","message":{"role":"assistant","tool_plan":"hm","tool_calls":[{"id":"c1","type":"function",
                         "function":{"name":"find_city","arguments":"{\\"name\\":\\"Oslo\\"}"}}]},
                         "finish_reason":"TOOL_CALL"}"""));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void callsOfToolsAreReadFromAWholeAnswer(Dialect dialect, String body) {
        ChatResponse response = answered(dialect, body, false);

        assertThat(response.toolCalls()).containsExactly(CALL);
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(response.reasoning()).isEqualTo("hm");
        assertThat(response.text()).isEmpty();
        assertThat(response.output()).isEqualTo("[call of find_city {\"name\":\"Oslo\"}]");
    }

    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of(Dialect.GEMINI, """
                        data: {"candidates":[{"content":{"parts":[{"text":"h","thought":true}]}}]}

                        data: {"candidates":[{"content":{"parts":[{"text":"m","thought":true},{"functionCall":{"id":"c1","name":"find_city","args":{"name":"Oslo"}}}]}}]}

                        data: {"candidates":[{"content":{"parts":[{"functionCall":{"id":"c2","name":"find_city","args":{}}}]},"finishReason":"STOP"}]}

                        """),
                Arguments.of(Dialect.OLLAMA, """
                        {"message":{"role":"assistant","content":"","thinking":"h"},"done":false}
                        {"message":{"role":"assistant","content":"","thinking":"m"},"done":false}
                        {"message":{"content":"","tool_calls":[{"id":"c1","function":{"index":0,"name":"find_city","arguments":{"name":"Oslo"}}}]},"done":false}
                        {"message":{"content":"","tool_calls":[{"id":"c2","function":{"index":0,"name":"find_city","arguments":{}}}]},"done":false}
                        {"message":{"content":""},"done":true,"done_reason":"stop"}
                        """),
                Arguments.of(Dialect.COHERE, """
                        data: {"type":"message-start","id":"x","delta":{"message":{"role":"assistant"}}}

                        data: {"type":"tool-plan-delta","delta":{"message":{"tool_plan":"h"}}}

                        data: {"type":"tool-plan-delta","delta":{"message":{"tool_plan":"m"}}}

                        data: {"type":"tool-call-start","index":0,"delta":{"message":{"tool_calls":{"id":"c1","type":"function","function":{"name":"find_city","arguments":""}}}}}

                        data: {"type":"tool-call-delta","index":0,"delta":{"message":{"tool_calls":{"function":{"arguments":"{\\"name\\":"}}}}}

                        data: {"type":"tool-call-delta","index":0,"delta":{"message":{"tool_calls":{"function":{"arguments":"\\"Oslo\\"}"}}}}}

                        data: {"type":"tool-call-end","index":0}

                        data: {"type":"tool-call-start","index":1,"delta":{"message":{"tool_calls":{"id":"c2","type":"function","function":{"name":"find_city","arguments":"{}"}}}}}

                        data: {"type":"message-end","delta":{"finish_reason":"TOOL_CALL","usage":{"billed_units":{"input_tokens":12,"output_tokens":7},"tokens":{"input_tokens":507,"output_tokens":10}}}}

                        """));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void callsAndThoughtsOfAStreamArriveInPiecesAndInOrder(Dialect dialect, String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
        var thoughts = new ArrayList<String>();
        ChatResponse response = chat(dialect, request(true, ToolChoice.AUTO), new ChatListener() {
            @Override
            public void onText(String delta) {
                throw new AssertionError("No text came, but " + delta);
            }

            @Override
            public void onReasoning(String delta) {
                thoughts.add(delta);
            }
        });

        assertThat(response.toolCalls()).containsExactly(CALL, new ContentPart.ToolCall("c2", "find_city", "{}"));
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(thoughts).containsExactly("h", "m");
        assertThat(response.reasoning()).isEqualTo("hm");
    }

    @Test
    void toolsGoToGeminiAsDeclarationsWithAMode() throws Exception {
        JsonNode sent = sent(Dialect.GEMINI, request(false, new ToolChoice.Named("find_city")));

        assertThat(sent.at("/tools/0/functionDeclarations/0/name").textValue()).isEqualTo("find_city");
        assertThat(sent.at("/tools/0/functionDeclarations/0/parametersJsonSchema/type")
                        .textValue())
                .isEqualTo("object");
        assertThat(sent.at("/toolConfig/functionCallingConfig").toString())
                .isEqualTo("{\"mode\":\"ANY\",\"allowedFunctionNames\":[\"find_city\"]}");
    }

    @ParameterizedTest
    @EnumSource(names = {"OLLAMA", "COHERE"})
    void toolsGoToOthersAsFunctions(Dialect dialect) throws Exception {
        JsonNode sent = sent(dialect, request(false, ToolChoice.AUTO));

        assertThat(sent.at("/tools/0/type").textValue()).isEqualTo("function");
        assertThat(sent.at("/tools/0/function/name").textValue()).isEqualTo("find_city");
        assertThat(sent.at("/tools/0/function/parameters/type").textValue()).isEqualTo("object");
        assertThat(sent.has("tool_choice")).isFalse();
    }

    @Test
    void whatAProtocolCannotSayOfAChoiceIsRecorded() {
        assertThat(adjusted(Dialect.OLLAMA, new ToolChoice.Required())).contains("toolChoice");
        assertThat(adjusted(Dialect.OLLAMA, new ToolChoice.None())).contains("tools");
        assertThat(adjusted(Dialect.COHERE, new ToolChoice.Named("find_city"))).contains("toolChoice");
        assertThat(adjusted(Dialect.COHERE, new ToolChoice.Required())).doesNotContain("toolChoice");
        assertThat(adjusted(Dialect.GEMINI, new ToolChoice.None())).doesNotContain("toolChoice", "tools");
    }

    @Test
    void earlierCallsAndTheirResultsAreSentBackInEachProtocolsForm() throws Exception {
        JsonNode gemini = sent(Dialect.GEMINI, conversation()).path("contents");
        assertThat(gemini.at("/1/parts/0/functionCall/args/name").textValue()).isEqualTo("Oslo");
        assertThat(gemini.at("/1/parts/0/thoughtSignature").textValue()).isEqualTo("proof");
        assertThat(gemini.at("/2/role").textValue()).isEqualTo("user");
        assertThat(gemini.at("/2/parts/0/functionResponse/response/result").textValue())
                .isEqualTo("59 north");

        JsonNode ollama = sent(Dialect.OLLAMA, conversation()).path("messages");
        assertThat(ollama.at("/1/tool_calls/0/function/arguments/name").textValue())
                .isEqualTo("Oslo");
        assertThat(ollama.at("/1/thinking").textValue()).isEqualTo("hm");
        assertThat(ollama.at("/2").toString())
                .isEqualTo("{\"role\":\"tool\",\"content\":\"59 north\",\"tool_name\":\"find_city\"}");

        JsonNode cohere = sent(Dialect.COHERE, conversation()).path("messages");
        assertThat(cohere.at("/1/tool_plan").textValue()).isEqualTo("hm");
        assertThat(cohere.at("/1/tool_calls/0/function/arguments").textValue()).isEqualTo(CALL.arguments());
        assertThat(cohere.at("/2/tool_call_id").textValue()).isEqualTo("c1");
    }

    @ParameterizedTest
    @EnumSource(names = {"GEMINI", "OLLAMA", "COHERE", "OPENAI", "ANTHROPIC"})
    void aResultWithoutItsCallIsRefused(Dialect dialect) {
        var request = new ChatRequest(
                new ModelId("house", "m"),
                List.of(Message.of(Role.USER, "Hi"), Message.of(Role.TOOL, "59 north")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT,
                false);

        assertThatThrownBy(() -> chat(dialect, request, ChatListener.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("role tool cannot be sent");
    }

    @Test
    void effortIsAWordABudgetOrASwitch() throws Exception {
        JsonNode level = sent(Dialect.GEMINI, effort("gemini-3-pro-preview", ReasoningEffort.HIGH))
                .at("/generationConfig/thinkingConfig");
        assertThat(level.toString()).isEqualTo("{\"includeThoughts\":true,\"thinkingLevel\":\"high\"}");
        JsonNode budget = sent(Dialect.GEMINI, effort("gemini-2.5-flash", ReasoningEffort.LOW))
                .at("/generationConfig/thinkingConfig");
        assertThat(budget.toString()).isEqualTo("{\"includeThoughts\":true,\"thinkingBudget\":2048}");
        JsonNode off = sent(Dialect.GEMINI, effort("gemini-2.5-flash", ReasoningEffort.NONE))
                .at("/generationConfig/thinkingConfig");
        assertThat(off.toString()).isEqualTo("{\"includeThoughts\":false,\"thinkingBudget\":0}");
        assertThat(sent(Dialect.OLLAMA, effort("gpt-oss:20b", ReasoningEffort.MEDIUM))
                        .path("think")
                        .textValue())
                .isEqualTo("medium");
        assertThat(sent(Dialect.OLLAMA, effort("qwen3", ReasoningEffort.NONE))
                        .path("think")
                        .toString())
                .isEqualTo("false");
        assertThat(sent(Dialect.COHERE, effort("command-a-reasoning-08-2025", ReasoningEffort.HIGH))
                        .path("thinking")
                        .toString())
                .isEqualTo("{\"type\":\"enabled\",\"token_budget\":16384}");
    }

    @Test
    void cohereChargesWhatItSaysItBillsAndItsOwnWordsAreKept() {
        ChatResponse response = answered(Dialect.COHERE, """
                {"id":"x","message":{"content":[{"type":"text","text":"hi"}]},"finish_reason":"COMPLETE","usage":
                 {"billed_units":{"input_tokens":12,"output_tokens":7},"tokens":{"input_tokens":507,"output_tokens":10}}}""", false);

        assertThat(response.usage().inputTokens()).isEqualTo(507);
        assertThat(response.usage().billedInputTokens()).isEqualTo(12);
        assertThat(response.usage().billedOutputTokens()).isEqualTo(7);
        assertThat(response.usage().raw()).contains("billed_units");
    }

    @Test
    void aContextThatMayBeTooSmallIsToldOfWithOllama() {
        var small = request(false, ToolChoice.AUTO)
                .withParameters(new ModelParameters(null, null, null, null, null, List.of(), 512));
        server.enqueue(new MockResponse.Builder().body(bodies(Dialect.OLLAMA)).build());

        assertThat(chat(Dialect.OLLAMA, small, ChatListener.NONE).adjustments())
                .anySatisfy(one -> assertThat(one.reason()).contains("cuts the beginning"));
    }

    private List<String> adjusted(Dialect dialect, ToolChoice choice) {
        server.enqueue(new MockResponse.Builder().body(bodies(dialect)).build());
        return chat(dialect, request(false, choice), ChatListener.NONE).adjustments().stream()
                .map(one -> one.parameter())
                .toList();
    }

    private JsonNode sent(Dialect dialect, ChatRequest request) throws Exception {
        server.enqueue(new MockResponse.Builder().body(bodies(dialect)).build());
        chat(dialect, request, ChatListener.NONE);
        return new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
    }

    private ChatResponse answered(Dialect dialect, String body, boolean stream) {
        server.enqueue(new MockResponse.Builder().body(body).build());
        return chat(dialect, request(stream, ToolChoice.AUTO), ChatListener.NONE);
    }

    private ChatResponse chat(Dialect dialect, ChatRequest request, ChatListener listener) {
        var settings = new ProviderSettings(
                "house", dialect, server.url("/").uri(), new ApiKey.None(), Map.of(), List.of(), 1, TIME, TIME, TIME);
        try (var gateway = new LlmGateway(List.of(settings), Map.of())) {
            return gateway.chat(request, listener);
        }
    }

    private static String bodies(Dialect dialect) {
        return whole().filter(one -> one.get()[0] == dialect)
                .findFirst()
                .orElseThrow()
                .get()[1]
                .toString();
    }

    private static ChatRequest request(boolean stream, ToolChoice choice) {
        return new ChatRequest(
                        new ModelId("house", "m"),
                        List.of(Message.of(Role.USER, "Where is Oslo?")),
                        ModelParameters.DEFAULTS,
                        ResponseFormat.TEXT,
                        stream)
                .withTools(List.of(TOOL), choice);
    }

    private static ChatRequest effort(String model, ReasoningEffort effort) {
        return new ChatRequest(
                new ModelId("house", model),
                List.of(Message.of(Role.USER, "Where is Oslo?")),
                new ModelParameters(null, null, null, null, null, List.of(), null, null, null, effort),
                ResponseFormat.TEXT,
                false);
    }

    private static ChatRequest conversation() {
        return new ChatRequest(
                        new ModelId("house", "m"),
                        List.of(
                                Message.of(Role.USER, "Where is Oslo?"),
                                Message.of(
                                        Role.ASSISTANT, List.of(new ContentPart.Reasoning("hm", "proof", false), CALL)),
                                Message.of(
                                        Role.TOOL,
                                        List.of(new ContentPart.ToolResult("c1", "find_city", "59 north", false)))),
                        ModelParameters.DEFAULTS,
                        ResponseFormat.TEXT,
                        false)
                .withTools(List.of(TOOL), ToolChoice.AUTO);
    }
}
