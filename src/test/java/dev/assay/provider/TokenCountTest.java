package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.LlmException;
import dev.assay.settings.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Token counts where a protocol has them. */
class TokenCountTest extends QuestionHarness {
    private static final ObjectMapper JSON = new ObjectMapper();

    private long count(Dialect dialect) {
        return ask(dialect, provider -> provider.countTokens(ProviderHarness.request(false)));
    }

    @Test
    void anthropicCountsWhatIsSentButNotWhatSteersTheAnswer() throws Exception {
        enqueue(200, "{\"input_tokens\":17}");
        assertThat(count(Dialect.ANTHROPIC)).isEqualTo(17);
        var request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/v1/messages/count_tokens");
        JsonNode body = JSON.readTree(request.getBody().utf8());
        assertThat(body.fieldNames()).toIterable().containsExactlyInAnyOrder("model", "messages", "system");
        assertThat(body.path("system").asText()).isEqualTo("Be kind.");
    }

    @Test
    void geminiCountsTheWholeRequest() throws Exception {
        enqueue(200, "{\"totalTokens\":21,\"promptTokensDetails\":[{\"modality\":\"TEXT\",\"tokenCount\":21}]}");
        assertThat(count(Dialect.GEMINI)).isEqualTo(21);
        var request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/models/small:countTokens");
        JsonNode body = JSON.readTree(request.getBody().utf8()).path("generateContentRequest");
        assertThat(body.path("model").asText()).isEqualTo("models/small");
        assertThat(body.at("/systemInstruction/parts/0/text").asText()).isEqualTo("Be kind.");
        assertThat(body.path("contents")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANTHROPIC", "GEMINI"})
    void anAnswerWithoutACountIsMalformed(Dialect dialect) {
        enqueue(200, "{\"tokens\":-1}");
        assertThat(catchThrowableOfType(LlmException.MalformedResponse.class, () -> count(dialect)))
                .hasMessageContaining("it has no");
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OLLAMA", "COHERE"})
    void theOthersHaveNone(Dialect dialect) {
        assertThat(catchThrowableOfType(LlmException.Unsupported.class, () -> count(dialect)))
                .hasMessageContaining("offers no token counts");
        assertThat(server.getRequestCount()).isZero();
    }
}
