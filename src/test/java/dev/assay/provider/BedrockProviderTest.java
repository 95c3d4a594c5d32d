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
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.settings.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedrockProviderTest extends LlmProviderContract {
    private static final Tool TOOL = new Tool("weather", "", "{\"type\":\"object\"}");

    @Override
    Dialect dialect() {
        return Dialect.BEDROCK;
    }

    @Override
    WireBodies bodies() {
        return new WireBodies(Dialect.BEDROCK, "ndjson");
    }

    @Override
    @Nullable
    String answeringModel() {
        return null;
    }

    @Override
    String error(String message) {
        return "{\"message\":\"" + message.replace("\n", "\\n") + "\"}";
    }

    @Override
    Buffer wire(ByteString body) {
        boolean events = body.startsWith(ByteString.encodeUtf8("{\"messageStart\""));
        return events ? AwsEvents.of(body) : super.wire(body);
    }

    private JsonNode sent() throws Exception {
        return new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
    }

    private JsonNode sent(ChatRequest request) throws Exception {
        enqueue(200, bodies().whole());
        gateway().chat(request, ChatListener.NONE);
        return sent();
    }

    private static ChatRequest with(Message... messages) {
        return new ChatRequest(
                new ModelId("house", "small"), List.of(messages), ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
    }

    private List<Adjustment> adjustments(ChatRequest request) {
        enqueue(200, bodies().whole());
        return gateway().chat(request, ChatListener.NONE).adjustments();
    }

    @Test
    void theModelStandsInTheAddressAndSystemTextHasItsOwnPlace() throws Exception {
        enqueue(200, bodies().stream());
        ChatRequest asked = request(true);
        var model = new ModelId("house", "arn:aws:bedrock:x/us.nova-v1:0");
        gateway()
                .chat(
                        new ChatRequest(model, asked.messages(), asked.parameters(), asked.format(), true),
                        ChatListener.NONE);
        var sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/model/arn%3Aaws%3Abedrock%3Ax%2Fus.nova-v1%3A0/converse-stream");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer " + KEY);
        JsonNode body = new ObjectMapper().readTree(sent.getBody().utf8());
        assertThat(body.at("/system/0/text").textValue()).isEqualTo("Be kind.");
        assertThat(body.path("messages")).hasSize(1);
        assertThat(body.at("/messages/0/content/0/text").textValue()).isEqualTo("Greet the wörld.");
    }

    @Test
    void parametersAreSentByTheirNamesOrRecordedAsLeftOut() throws Exception {
        var parameters = new ModelParameters(0.2, 0.5, 5, 100, 7L, List.of("END"), 4096);
        var schema = new ResponseFormat.JsonSchema("shape", "{ \"type\": \"object\" }");
        ChatRequest plain = request(false);
        var asked = new ChatRequest(plain.model(), plain.messages(), parameters, schema, false);
        enqueue(200, bodies().whole());
        ChatResponse response = gateway().chat(asked, ChatListener.NONE);
        JsonNode sent = sent();
        assertThat(sent.path("inferenceConfig").toString())
                .isEqualTo("{\"maxTokens\":100,\"temperature\":0.2,\"topP\":0.5,\"stopSequences\":[\"END\"]}");
        assertThat(sent.at("/outputConfig/textFormat/structure/jsonSchema/schema")
                        .textValue())
                .isEqualTo("{\"type\":\"object\"}");
        assertThat(response.adjustments())
                .extracting(Adjustment::parameter)
                .containsExactlyInAnyOrder("topK", "seed", "contextTokens");
        var claude = new ModelId("house", "eu.anthropic.claude-x");
        JsonNode toClaude = sent(new ChatRequest(claude, plain.messages(), parameters, schema, false));
        assertThat(toClaude.at("/additionalModelRequestFields/top_k").intValue())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"NONE, ''", "MINIMAL, low", "LOW, low", "XHIGH, xhigh"})
    void effortIsToldByTheWordsThatBedrockKnows(ReasoningEffort asked, String word) throws Exception {
        var parameters = new ModelParameters(null, null, null, null, null, List.of(), null, null, null, asked);
        assertThat(sent(request(false).withParameters(parameters))
                        .at("/outputConfig/effort")
                        .asText())
                .isEqualTo(word);
        assertThat(adjustments(request(false).withParameters(parameters)))
                .hasSize(asked.word().equals(word) ? 0 : 1);
    }

    @Test
    void toolsAndTheChoiceOfThemAreSent() throws Exception {
        ChatRequest plain = request(false);
        JsonNode named = sent(plain.withTools(List.of(TOOL), new ToolChoice.Named("weather")));
        assertThat(named.path("toolConfig").toString())
                .isEqualTo("{\"tools\":[{\"toolSpec\":{\"name\":\"weather\",\"inputSchema\":{\"json\":"
                        + "{\"type\":\"object\"}}}}],\"toolChoice\":{\"tool\":{\"name\":\"weather\"}}}");
        JsonNode required = sent(plain.withTools(List.of(TOOL), new ToolChoice.Required()));
        assertThat(required.at("/toolConfig/toolChoice").toString()).isEqualTo("{\"any\":{}}");
        JsonNode auto = sent(plain.withTools(List.of(TOOL), ToolChoice.AUTO));
        assertThat(auto.path("toolConfig").has("toolChoice")).isFalse();
        ChatRequest none = plain.withTools(List.of(TOOL), new ToolChoice.None());
        assertThat(sent(none).has("toolConfig")).isFalse();
        assertThat(adjustments(none)).extracting(Adjustment::sent).containsExactly("no tools");
    }

    @Test
    void earlierCallsTheirResultsAndSignedReasoningGoBackInTurns() throws Exception {
        JsonNode sent = sent(with(
                Message.of(Role.USER, "Weather?"),
                new Message.Assistant(List.of(
                        new ContentPart.Reasoning("I look.", "c2ln", false),
                        new ContentPart.Reasoning("Y2lwaGVy", null, true),
                        new ContentPart.Reasoning("of another provider", null, false),
                        new ContentPart.Text(""),
                        new ContentPart.ToolCall("t1", "weather", "{\"city\":\"Bern\"}"),
                        new ContentPart.ToolCall("", "weather", "no JSON"))),
                new Message.Tool(List.of(new ContentPart.ToolResult("t1", "weather", "sunny", false))),
                new Message.Tool(List.of(new ContentPart.ToolResult("", "weather", "", true)))));
        assertThat(sent.path("messages")).hasSize(3);
        assertThat(sent.at("/messages/1/content").toString())
                .isEqualTo("[{\"reasoningContent\":{\"reasoningText\":{\"text\":\"I look.\",\"signature\":\"c2ln\"}}},"
                        + "{\"reasoningContent\":{\"redactedContent\":\"Y2lwaGVy\"}},"
                        + "{\"toolUse\":{\"toolUseId\":\"t1\",\"name\":\"weather\",\"input\":{\"city\":\"Bern\"}}},"
                        + "{\"toolUse\":{\"toolUseId\":\"weather\",\"name\":\"weather\",\"input\":"
                        + "{\"arguments\":\"no JSON\"}}}]");
        assertThat(sent.at("/messages/2/role").textValue()).isEqualTo("user");
        assertThat(sent.at("/messages/2/content").toString())
                .isEqualTo("[{\"toolResult\":{\"toolUseId\":\"t1\",\"content\":[{\"text\":\"sunny\"}]}},"
                        + "{\"toolResult\":{\"toolUseId\":\"weather\",\"content\":[],\"status\":\"error\"}}]");
    }

    @Test
    void callsOfToolsAreReadWholeAndStreamed() {
        String first = "{\"toolUseId\":\"a\",\"name\":\"weather\"";
        String second = "{\"toolUseId\":\"b\",\"name\":\"clock\"";
        enqueue(
                200,
                "{\"output\":{\"message\":{\"content\":[{\"text\":\"I look.\"},{\"toolUse\":" + first
                        + ",\"input\":{\"city\":\"Bern\"}}},{\"toolUse\":" + second + ",\"input\":{}}}]}},"
                        + "\"stopReason\":\"tool_use\"}");
        expectCalls(chat(false));
        enqueue(
                200,
                "{\"messageStart\":{}}\n" + delta(0, "{\"text\":\"I look.\"}")
                        + "{\"contentBlockStart\":{\"contentBlockIndex\":1,\"start\":{\"toolUse\":" + first + "}}}}\n"
                        + delta(1, "{\"toolUse\":{\"input\":\"{\\\"city\\\":\"}}")
                        + delta(1, "{\"toolUse\":{\"input\":\"\\\"Bern\\\"}\"}}")
                        + "{\"contentBlockStart\":{\"contentBlockIndex\":2,\"start\":{\"toolUse\":" + second + "}}}}\n"
                        + delta(2, "{\"toolUse\":{\"input\":\"\"}}")
                        + "{\"messageStop\":{\"stopReason\":\"tool_use\"}}");
        expectCalls(chat(true));
    }

    private static String delta(int index, String delta) {
        return "{\"contentBlockDelta\":{\"contentBlockIndex\":" + index + ",\"delta\":" + delta + "}}\n";
    }

    private static void expectCalls(ChatResponse response) {
        assertThat(response.text()).isEqualTo("I look.");
        assertThat(response.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(response.toolCalls())
                .containsExactly(
                        new ContentPart.ToolCall("a", "weather", "{\"city\":\"Bern\"}"),
                        new ContentPart.ToolCall("b", "clock", "{}"));
    }

    @Test
    void reasoningIsHeardApartFromTheTextAndTheCacheIsCounted() {
        var thoughts = new ArrayList<String>();
        enqueue(200, bodies().stream());
        ChatResponse response = gateway().chat(request(true), new ChatListener() {
            @Override
            public void onText(String delta) {}

            @Override
            public void onReasoning(String delta) {
                thoughts.add(delta);
            }
        });
        assertThat(thoughts).containsExactly("Let me see.");
        assertThat(response.reasoning()).isEqualTo("Let me see.");
        assertThat(response.usage().cachedInputTokens()).isEqualTo(16);
        assertThat(response.usage().cacheWriteTokens()).isEqualTo(2);
        assertThat(response.usage().raw()).contains("\"totalTokens\":26");
        enqueue(200, bodies().whole());
        assertThat(chat(false).reasoning()).isEqualTo("Let me see.");
    }

    @ParameterizedTest
    @CsvSource({
        "max_tokens, LENGTH",
        "stop_sequence, STOP",
        "guardrail_intervened, CONTENT_FILTER",
        "model_context_window_exceeded, CONTEXT_LIMIT",
        "malformed_tool_use, ERROR",
        "something_new, UNKNOWN"
    })
    void reasonsForTheEndAreTold(String raw, FinishReason reason) {
        enqueue(200, bodies().stream().replace("end_turn", raw));
        assertThat(chat(true).finishReason()).isEqualTo(reason);
    }

    /** No bit of a stream can be turned without notice before the answer is complete. */
    @Test
    void aDamagedEventIsNeverTakenForText() {
        byte[] stream = wire(bodies().upTo("end_turn")).readByteArray();
        LlmGateway gateway = gateway();
        for (int at = 0; at < stream.length; at++) {
            byte[] damaged = stream.clone();
            damaged[at] ^= 1;
            server.enqueue(
                    new MockResponse.Builder().body(new Buffer().write(damaged)).build());
            assertThatThrownBy(() -> gateway.chat(request(true), ChatListener.NONE))
                    .as("byte %d", at)
                    .isInstanceOf(LlmException.MalformedResponse.class)
                    .hasMessageContaining("checksum is wrong")
                    .satisfies(e -> assertThat(TEXT)
                            .startsWith(((LlmException) e).detail().partialText()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "throttlingException, RateLimited",
        "modelStreamErrorException, Overloaded",
        "internalServerException, Overloaded",
        "validationException, Rejected"
    })
    void anExceptionIsAnEventOfTheStream(String type, String kind) {
        enqueue(200, bodies().beginning() + "{\"error\":{\"type\":\"" + type + "\",\"message\":\"oops\"}}");
        var failure = failure(true, LlmException.class);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.getMessage()).contains("oops");
        assertThat(failure.detail().partialText()).isEqualTo("Good");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ServiceQuotaExceededException:http://internal.amazon.com/, RateLimited, false",
        "429, ModelNotReadyException, RateLimited, true",
        "424, ModelErrorException, Overloaded, true",
        "403, ExpiredTokenException, Unauthorized, false"
    })
    void theKindOfAnErrorStandsInAHeader(int status, String type, String kind, boolean retriable) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("x-amzn-errortype", type)
                .body("{\"message\":\"no more\"}")
                .build());
        var failure = failure(false, LlmException.class);
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.isRetriable()).isEqualTo(retriable);
    }

    @Test
    void aStreamIsKeptAsTheEventsItHolds() {
        enqueue(200, bodies().stream());
        assertThat(chat(true).raw().response()).isEqualTo(bodies().stream());
        byte[] wire = wire(bodies().stream()).readByteArray();
        assertThat(new String(wire, StandardCharsets.UTF_8)).contains(":event-type");
    }

    @Test
    void whatBedrockCannotTakeIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> gateway().chat(with(Message.of(Role.USER, " ")), ChatListener.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> gateway().chat(with(Message.of(Role.SYSTEM, "x")), ChatListener.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("needs a message of role user");
        var image = new ContentPart.Media("https://pictures.example/a.png", null);
        assertThatThrownBy(() -> gateway().chat(with(new Message.User(List.of(image))), ChatListener.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("data: URLs only");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void modelsAreListedAndTokensCounted() throws Exception {
        enqueue(200, "{\"modelSummaries\":[{\"modelId\":\"amazon.nova-pro-v1:0\",\"inputModalities\":[\"TEXT\"]}]}");
        assertThat(gateway().listModels("house"))
                .singleElement()
                .satisfies(model -> assertThat(model.id().model()).isEqualTo("amazon.nova-pro-v1:0"));
        assertThat(server.takeRequest().getTarget()).isEqualTo("/foundation-models");
        enqueue(200, "{\"inputTokens\":12}");
        assertThat(gateway().countTokens(request(false))).isEqualTo(12);
        var sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/model/small/count-tokens");
        assertThat(new ObjectMapper()
                        .readTree(sent.getBody().utf8())
                        .at("/input/converse/messages/0/role")
                        .textValue())
                .isEqualTo("user");
    }
}
