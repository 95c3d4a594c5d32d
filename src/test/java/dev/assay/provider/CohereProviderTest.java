package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.settings.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohereProviderTest extends LlmProviderContract {

    @Override
    Dialect dialect() {
        return Dialect.COHERE;
    }

    @Override
    WireBodies bodies() {
        return new WireBodies(Dialect.COHERE, "sse");
    }

    @Override
    @Nullable
    String answeringModel() {
        return null;
    }

    @Override
    String error(String message) {
        return "{\"id\":\"e-1\",\"error\":\"\",\"message\":\"" + message.replace("\n", "\\n") + "\"}";
    }

    @Test
    void theVersionMayStandInTheBaseAddress() throws Exception {
        enqueue(200, bodies().whole());
        chat(false);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/chat");
        enqueue(200, bodies().whole());
        gateway(server.url("/proxy/v2").toString(), LONG, LONG).chat(request(false), ChatListener.NONE);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/proxy/v2/chat");
    }

    @Test
    void parametersAreSentByTheirNamesAndWithinTheirBounds() throws Exception {
        enqueue(200, bodies().whole());
        var stops = List.of("a", "b", "c", "d", "e", "f");
        var parameters = new ModelParameters(0.2, 1.0, 900, 100, 7L, stops, 4096);
        var shape = new ResponseFormat.JsonSchema("shape", "{\"type\":\"object\"}");
        ChatResponse response = gateway()
                .chat(
                        new ChatRequest(
                                new ModelId("house", "small"), request(false).messages(), parameters, shape, false),
                        ChatListener.NONE);
        JsonNode sent =
                new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
        assertThat(sent.path("p").doubleValue()).isEqualTo(0.99);
        assertThat(sent.path("k").intValue()).isEqualTo(500);
        assertThat(sent.path("seed").longValue()).isEqualTo(7);
        assertThat(sent.path("stop_sequences")).hasSize(5);
        assertThat(sent.at("/response_format/json_schema/type").textValue()).isEqualTo("object");
        assertThat(sent.at("/messages/0/role").textValue()).isEqualTo("system");
        assertThat(response.adjustments())
                .extracting(Adjustment::parameter)
                .containsExactly("topP", "topK", "stop", "contextTokens");
    }

    @Test
    void thoughtsAreKeptApartFromTheText() {
        for (boolean stream : new boolean[] {false, true}) {
            enqueue(200, stream ? bodies().stream() : bodies().whole());
            ChatResponse response = chat(stream);
            assertThat(response.reasoning()).isEqualTo("Let me see.");
            assertThat(response.usage().cachedInputTokens()).isEqualTo(16);
            assertThat(response.responseId()).isEqualTo("k-1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STOP_SEQUENCE, STOP",
        "MAX_TOKENS, LENGTH",
        "TOOL_CALL, TOOL_CALLS",
        "TIMEOUT, ERROR",
        "SOMETHING_NEW, UNKNOWN"
    })
    void reasonsForTheEndAreTold(String raw, FinishReason reason) {
        enqueue(200, bodies().stream().replace("COMPLETE", raw));
        assertThat(chat(true).finishReason()).isEqualTo(reason);
    }

    @Test
    void aStreamWithoutItsEndMarkIsCut() {
        String stream = bodies().stream();
        enqueue(200, stream.substring(0, stream.indexOf("event: message-end")));
        assertThat(failure(true, LlmException.Unreachable.class).detail().partialText())
                .isEqualTo(TEXT);
    }

    @Test
    void aWrongKeyHasAStatusOfItsOwn() {
        enqueue(498, error("invalid api token"));
        failure(false, LlmException.Unauthorized.class);
    }
}
