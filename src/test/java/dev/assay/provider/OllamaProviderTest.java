package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.settings.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

class OllamaProviderTest extends LlmProviderContract {

    @Override
    Dialect dialect() {
        return Dialect.OLLAMA;
    }

    @Override
    WireBodies bodies() {
        return new WireBodies(Dialect.OLLAMA, "ndjson");
    }

    @Override
    String error(String message) {
        return "{\"error\":\"" + message.replace("\n", "\\n") + "\"}";
    }

    private ChatResponse chat(String text, ModelParameters parameters, ResponseFormat format) {
        enqueue(200, bodies().whole());
        var messages = List.of(Message.of(Role.USER, text));
        var request = new ChatRequest(new ModelId("house", "small"), messages, parameters, format, false);
        return gateway().chat(request, ChatListener.NONE);
    }

    private JsonNode sent() throws Exception {
        return new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
    }

    @Test
    void notStreamingIsSaidInSoManyWords() throws Exception {
        enqueue(200, bodies().whole());
        chat(false);
        var sent = server.takeRequest();
        assertThat(sent.getTarget()).isEqualTo("/api/chat");
        assertThat(sent.getBody().utf8()).contains("\"stream\":false");
    }

    @Test
    void roomForThePromptIsAlwaysAskedForAndRecorded() throws Exception {
        ChatResponse response = chat("short", ModelParameters.DEFAULTS, ResponseFormat.TEXT);
        assertThat(sent().path("options").path("num_ctx").intValue()).isEqualTo(8192);
        assertThat(response.adjustments()).extracting(Adjustment::parameter).containsExactly("contextTokens");
        chat("long ".repeat(6000), ModelParameters.DEFAULTS, ResponseFormat.TEXT);
        assertThat(sent().path("options").path("num_ctx").intValue()).isEqualTo(16384);
    }

    @Test
    void parametersGoUnderTheirWireNames() throws Exception {
        var parameters = new ModelParameters(0.5, 0.9, 40, 100, 7L, List.of("END"), 4096);
        ChatResponse response = chat("x", parameters, new ResponseFormat.JsonObject());
        JsonNode sent = sent();
        assertThat(sent.path("options").toString())
                .isEqualTo("{\"num_ctx\":4096,\"temperature\":0.5,\"top_p\":0.9,\"top_k\":40,\"num_predict\":100,"
                        + "\"seed\":7,\"stop\":[\"END\"]}");
        assertThat(sent.path("format").textValue()).isEqualTo("json");
        assertThat(response.adjustments()).isEmpty();
    }

    @Test
    void aSchemaIsSentAsTheFormat() throws Exception {
        chat("x", ModelParameters.DEFAULTS, new ResponseFormat.JsonSchema("shape", "{\"type\":\"object\"}"));
        assertThat(sent().path("format").path("type").textValue()).isEqualTo("object");
    }

    @Test
    void theBeginningOfAStreamThatWasNotAskedForIsNoWholeAnswer() {
        enqueue(200, "{\"message\":{\"content\":\"Good\"},\"done\":false}");
        failure(false, LlmException.MalformedResponse.class);
        enqueue(200, bodies().stream());
        failure(false, LlmException.MalformedResponse.class);
    }
}
