package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.settings.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnthropicProviderTest extends LlmProviderContract {
    private static final ResponseFormat SHAPE =
            new ResponseFormat.JsonSchema("shape", "{\"type\":\"object\",\"properties\":{}}");

    @Override
    Dialect dialect() {
        return Dialect.ANTHROPIC;
    }

    @Override
    WireBodies bodies() {
        return new WireBodies(Dialect.ANTHROPIC, "sse");
    }

    @Override
    String error(String message) {
        String escaped = message.replace("\n", "\\n");
        return "{\"type\":\"error\",\"error\":{\"type\":\"some_error\",\"message\":\"" + escaped + "\"}}";
    }

    private JsonNode sent() throws Exception {
        return new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
    }

    private ChatResponse chat(String model, ModelParameters parameters, ResponseFormat format, boolean stream) {
        enqueue(200, stream ? bodies().stream() : bodies().whole());
        var request =
                new ChatRequest(new ModelId("house", model), request(false).messages(), parameters, format, stream);
        return gateway().chat(request, ChatListener.NONE);
    }

    @Test
    void systemTextHasItsOwnPlaceAndTheVersionIsNamed() throws Exception {
        enqueue(200, bodies().whole());
        chat(false);
        var sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/v1/messages");
        assertThat(sent.getHeaders().get("anthropic-version")).isEqualTo("2023-06-01");
        JsonNode body = new ObjectMapper().readTree(sent.getBody().utf8());
        assertThat(body.path("system").textValue()).isEqualTo("Be kind.");
        assertThat(body.path("messages")).hasSize(1);
        assertThat(body.path("messages").path(0).path("role").textValue()).isEqualTo("user");
    }

    @Test
    void aBaseAddressMayEndWithTheVersion() throws Exception {
        enqueue(200, bodies().whole());
        gateway(server.url("/proxy/v1").toString(), LONG, LONG).chat(request(false), ChatListener.NONE);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/proxy/v1/messages");
    }

    @Test
    void theCapThatAnthropicRequiresIsTheModelsOwnAndIsRecorded() throws Exception {
        ChatResponse streamed = chat("claude-haiku-4-5", ModelParameters.DEFAULTS, ResponseFormat.TEXT, true);
        assertThat(sent().path("max_tokens").intValue()).isEqualTo(64_000);
        assertThat(streamed.adjustments()).extracting(Adjustment::sent).containsExactly("64000");
        chat("claude-haiku-4-5", ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
        assertThat(sent().path("max_tokens").intValue()).isEqualTo(21_000);
    }

    @Test
    void whatANewModelRefusesIsLeftOutAndRecorded() throws Exception {
        var parameters = new ModelParameters(0.2, 0.9, 5, 100, 7L, List.of("END"), 4096);
        ChatResponse response = chat("claude-opus-5", parameters, ResponseFormat.TEXT, false);
        JsonNode sent = sent();
        assertThat(sent.has("temperature") || sent.has("top_p") || sent.has("top_k"))
                .isFalse();
        assertThat(sent.path("stop_sequences").path(0).textValue()).isEqualTo("END");
        assertThat(response.adjustments())
                .extracting(Adjustment::parameter)
                .containsExactly("temperature", "topP", "topK", "seed", "contextTokens");
        chat("claude-haiku-4-5", parameters, ResponseFormat.TEXT, false);
        assertThat(sent().path("temperature").doubleValue()).isEqualTo(0.2);
    }

    @Test
    void aSchemaIsSentDirectlyWhereTheModelTakesIt() throws Exception {
        chat("claude-sonnet-4-5", ModelParameters.DEFAULTS, SHAPE, false);
        JsonNode sent = sent();
        assertThat(sent.path("output_config").path("format").path("type").textValue())
                .isEqualTo("json_schema");
        assertThat(sent.has("tools")).isFalse();
    }

    @Test
    void aForcedToolCallStandsInForASchemaAndIsRead() throws Exception {
        enqueue(200, """
                {"id":"m","model":"x","content":[{"type":"tool_use","id":"t","name":"shape","input":{"a":1}}],
                 "stop_reason":"tool_use","usage":{"input_tokens":1,"output_tokens":2}}""");
        var request = new ChatRequest(
                new ModelId("house", "claude-3-haiku"),
                request(false).messages(),
                new ModelParameters(null, null, null, 10, null, List.of(), null),
                SHAPE,
                false);
        ChatResponse response = gateway().chat(request, ChatListener.NONE);
        assertThat(response.text()).isEqualTo("{\"a\":1}");
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.adjustments()).extracting(Adjustment::parameter).containsExactly("format");
        assertThat(sent().path("tool_choice").path("name").textValue()).isEqualTo("shape");
    }

    @Test
    void theStreamedCallOfTheToolThatStandsForASchemaIsHeardAsText() {
        enqueue(
                200,
                bodies().stream()
                        .replace(
                                "{\"type\":\"text\",\"text\":\"\"}",
                                "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"shape\",\"input\":{}}")
                        .replace("\"text_delta\",\"text\"", "\"input_json_delta\",\"partial_json\"")
                        .replace("end_turn", "tool_use"));
        ChatRequest plain = request(true);
        var schema = new ResponseFormat.JsonSchema("shape", "{}");
        ChatResponse response = gateway()
                .chat(
                        new ChatRequest(plain.model(), plain.messages(), plain.parameters(), schema, true),
                        ChatListener.NONE);
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void inputIncludesWhatTheCacheGaveAndTook() {
        enqueue(200, bodies().stream());
        assertThat(chat(true).usage().inputTokens()).isEqualTo(3 + 2 + 16);
        enqueue(200, bodies().whole());
        var usage = chat(false).usage();
        assertThat(usage.cachedInputTokens()).isEqualTo(16);
        assertThat(usage.cacheWriteTokens()).isEqualTo(2);
    }

    @Test
    void aCountOfZeroBesideATextIsNoCount() {
        enqueue(200, bodies().stream().replace("\"output_tokens\":5", "\"output_tokens\":0"));
        assertThat(chat(true).usage().outputTokens()).isNull();
    }

    @Test
    void aStreamWithoutItsEndMarkIsCutEvenAfterTheStopReason() {
        String stream = bodies().stream();
        enqueue(200, stream.substring(0, stream.indexOf("event: message_stop")));
        assertThat(failure(true, LlmException.Unreachable.class).detail().partialText())
                .isEqualTo(TEXT);
    }

    @Test
    void whatAnthropicCannotTakeIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> gateway().chat(with(Message.of(Role.USER, " ")), ChatListener.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> gateway().chat(with(Message.of(Role.SYSTEM, "x")), ChatListener.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("needs a message of role user");
        assertThat(server.getRequestCount()).isZero();
    }

    private static ChatRequest with(Message message) {
        return new ChatRequest(
                new ModelId("house", "small"), List.of(message), ModelParameters.DEFAULTS, ResponseFormat.TEXT, false);
    }
}
