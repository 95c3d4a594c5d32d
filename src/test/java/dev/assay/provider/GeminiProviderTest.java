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
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.settings.Dialect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiProviderTest extends LlmProviderContract {

    @Override
    Dialect dialect() {
        return Dialect.GEMINI;
    }

    @Override
    WireBodies bodies() {
        return new WireBodies(Dialect.GEMINI, "sse");
    }

    @Override
    String error(String message) {
        String escaped = message.replace("\n", "\\n");
        return "{\"error\":{\"message\":\"" + escaped + "\",\"status\":\"SOME_ERROR\"}}";
    }

    private JsonNode sent() throws Exception {
        return new ObjectMapper().readTree(server.takeRequest().getBody().utf8());
    }

    private ChatResponse chat(List<Message> messages, ModelParameters parameters, ResponseFormat format) {
        enqueue(200, bodies().whole());
        return gateway()
                .chat(
                        new ChatRequest(new ModelId("house", "small"), messages, parameters, format, false),
                        ChatListener.NONE);
    }

    @Test
    void theModelStandsInTheAddressAndTheKeyInItsOwnHeader() throws Exception {
        enqueue(200, bodies().whole());
        gateway(server.url("/v1beta").toString(), LONG, LONG).chat(request(false), ChatListener.NONE);
        var whole = server.takeRequest();
        assertThat(whole.getTarget()).isEqualTo("/v1beta/models/small:generateContent");
        assertThat(whole.getHeaders().get("x-goog-api-key")).isEqualTo(KEY);
        enqueue(200, bodies().stream());
        gateway(server.url("/v1/").toString(), LONG, LONG).chat(request(true), ChatListener.NONE);
        assertThat(server.takeRequest().getTarget()).isEqualTo("/v1/models/small:streamGenerateContent?alt=sse");
    }

    @Test
    void systemTextAndRolesHaveTheirOwnNames() throws Exception {
        ChatResponse response = chat(
                List.of(
                        Message.of(Role.USER, "Hi"),
                        Message.of(Role.SYSTEM, "Be kind."),
                        Message.of(Role.ASSISTANT, "Hello"),
                        Message.of(Role.USER, "More")),
                ModelParameters.DEFAULTS,
                ResponseFormat.TEXT);
        assertThat(sent()).isEqualTo(new ObjectMapper().readTree("""
                        {"systemInstruction":{"parts":[{"text":"Be kind."}]},
                         "contents":[{"role":"user","parts":[{"text":"Hi"}]},
                          {"role":"model","parts":[{"text":"Hello"}]},{"role":"user","parts":[{"text":"More"}]}]}"""));
        assertThat(response.adjustments()).extracting(Adjustment::parameter).containsExactly("messages");
        assertThat(response.reasoning()).isEqualTo("Let me see.");
    }

    @Test
    void parametersAndTheSchemaAreSentByTheirNames() throws Exception {
        var parameters = new ModelParameters(0.2, 0.9, 5, 100, 1L << 40, List.of("END"), 4096);
        var shape = new ResponseFormat.JsonSchema("shape", "{\"type\":\"object\"}");
        ChatResponse response = chat(request(false).messages(), parameters, shape);
        assertThat(sent().path("generationConfig")).isEqualTo(new ObjectMapper().readTree("""
                        {"temperature":0.2,"topP":0.9,"topK":5,"maxOutputTokens":100,"stopSequences":["END"],
                         "responseMimeType":"application/json","responseJsonSchema":{"type":"object"}}"""));
        assertThat(response.adjustments()).extracting(Adjustment::parameter).containsExactly("seed", "contextTokens");
    }

    @Test
    void imagesAreSentInlineOrByAddress() throws Exception {
        var parts = List.<ContentPart>of(
                new ContentPart.Text("Look"),
                new ContentPart.Media("data:image/png;base64,AAAA", null),
                new ContentPart.Media("https://example.org/a.jpg", "image/jpeg"));
        chat(List.of(Message.of(Role.USER, parts)), ModelParameters.DEFAULTS, ResponseFormat.TEXT);
        JsonNode sent = sent().at("/contents/0/parts");
        assertThat(sent.at("/1/inlineData/mimeType").textValue()).isEqualTo("image/png");
        assertThat(sent.at("/1/inlineData/data").textValue()).isEqualTo("AAAA");
        assertThat(sent.at("/2/fileData/fileUri").textValue()).isEqualTo("https://example.org/a.jpg");
        assertThat(sent.at("/2/fileData/mimeType").textValue()).isEqualTo("image/jpeg");
    }

    @Test
    void thoughtsCountAsOutput() {
        enqueue(200, bodies().stream());
        var usage = chat(true).usage();
        assertThat(usage.outputTokens()).isEqualTo(3 + 2);
        assertThat(usage.reasoningTokens()).isEqualTo(2);
        assertThat(usage.cachedInputTokens()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({
        "MAX_TOKENS, LENGTH",
        "SAFETY, CONTENT_FILTER",
        "RECITATION, CONTENT_FILTER",
        "MALFORMED_FUNCTION_CALL, ERROR",
        "SOMETHING_NEW, UNKNOWN"
    })
    void reasonsForTheEndAreTold(String raw, FinishReason reason) {
        enqueue(200, bodies().stream().replace("STOP", raw));
        ChatResponse response = chat(true);
        assertThat(response.finishReason()).isEqualTo(reason);
        assertThat(response.rawFinishReason()).isEqualTo(raw);
    }

    @Test
    void anEndWithoutAnyTextIsAnAnswer() {
        enqueue(200, "{\"candidates\":[{\"finishReason\":\"MAX_TOKENS\",\"content\":{\"role\":\"model\"}}]}");
        ChatResponse response = chat(false);
        assertThat(response.text()).isEmpty();
        assertThat(response.finishReason()).isEqualTo(FinishReason.LENGTH);
    }

    @Test
    void aBlockedPromptIsAFailureWithItsReason() {
        String body = "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"}}";
        for (boolean stream : new boolean[] {false, true}) {
            enqueue(200, stream ? "data: " + body + "\n\n" : body);
            assertThat(failure(stream, LlmException.ContentFiltered.class).getMessage())
                    .contains("filter stopped the prompt: PROHIBITED_CONTENT. Reword the prompt");
        }
    }

    @Test
    void aWrongKeyIsToldFromAWrongRequest() {
        enqueue(400, """
                [{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.",
                  "status":"INVALID_ARGUMENT"}}]""");
        assertThat(failure(false, LlmException.Unauthorized.class).getMessage())
                .contains("Check the key in the environment variable HOUSE_KEY");
    }

    @Test
    void theQuotaOfADayIsToldFromThatOfAMinute() {
        String body = """
                {"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED",
                 "details":[{"violations":[{"quotaId":"GenerateRequestsPerMinutePerProject"}]},
                 {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.4s"}]}}""";
        enqueue(429, body);
        var minute = failure(true, LlmException.RateLimited.class);
        assertThat(minute.isRetriable()).isTrue();
        assertThat(minute.retryAfter()).isEqualTo(Duration.ofMillis(34_400));
        enqueue(429, body.replace("PerMinute", "PerDay"));
        var day = failure(true, LlmException.RateLimited.class);
        assertThat(day.isRetriable()).isFalse();
        assertThat(day.getMessage()).contains("the quota of the day is used up").contains("Try again tomorrow");
    }

    @Test
    void systemTextAloneIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> gateway()
                        .chat(
                                new ChatRequest(
                                        new ModelId("house", "small"),
                                        List.of(Message.of(Role.SYSTEM, "x")),
                                        ModelParameters.DEFAULTS,
                                        ResponseFormat.TEXT,
                                        false),
                                ChatListener.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("needs a message of role user");
        assertThat(server.getRequestCount()).isZero();
    }
}
