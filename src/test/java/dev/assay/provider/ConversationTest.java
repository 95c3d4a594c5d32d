package dev.assay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ContentPart;
import dev.assay.llm.ContentPart.Reasoning;
import dev.assay.llm.ContentPart.ToolCall;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.settings.ApiKey;
import dev.assay.settings.Dialect;
import dev.assay.settings.ProviderSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A conversation that goes on after a tool call: what proves the reasoning goes back as it came. */
@Timeout(60)
class ConversationTest {
    private static final Tool TOOL = new Tool("find_city", "", "{\"type\":\"object\"}");
    private static final ToolCall CALL = new ToolCall("c1", "find_city", "{\"name\":\"Oslo\"}");
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thinkingOfAnthropicGoesBackWithItsSignature() throws Exception {
        String whole = """
                {"id":"m","model":"m","stop_reason":"tool_use","content":[
                 {"type":"thinking","thinking":"A city.","signature":"c2ln"},
                 {"type":"redacted_thinking","data":"Y2lwaGVy"},
                 {"type":"text","text":"I look."},
                 {"type":"tool_use","id":"c1","name":"find_city","input":{"name":"Oslo"}}]}""";
        String stream = """
                data: {"type":"message_start","message":{"id":"m","model":"m"}}

                data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

                data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"A "}}

                data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"city."}}

                data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"c2ln"}}

                data: {"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"Y2lwaGVy"}}

                data: {"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}

                data: {"type":"content_block_delta","index":2,"delta":{"type":"text_delta","text":"I look."}}

                data: {"type":"content_block_start","index":3,"content_block":{"type":"tool_use","id":"c1","name":"find_city","input":{}}}

                data: {"type":"content_block_delta","index":3,"delta":{"type":"input_json_delta","partial_json":"{\\"name\\":\\"Oslo\\"}"}}

                data: {"type":"message_delta","delta":{"stop_reason":"tool_use"}}

                data: {"type":"message_stop"}

                """;
        List<ContentPart> parts = List.of(
                new Reasoning("A city.", "c2ln", false),
                new Reasoning("Y2lwaGVy", null, true),
                new ContentPart.Text("I look."),
                CALL);
        for (boolean streamed : List.of(false, true)) {
            JsonNode sent = goOn(Dialect.ANTHROPIC, "claude-opus-4-1", streamed, streamed ? stream : whole, parts);
            JsonNode content = sent.path("messages").path(1).path("content");
            assertThat(content.path(0)).isEqualTo(json("""
                    {"type":"thinking","thinking":"A city.","signature":"c2ln"}"""));
            assertThat(content.path(1)).isEqualTo(json("""
                    {"type":"redacted_thinking","data":"Y2lwaGVy"}"""));
            assertThat(content.path(3).path("id").asText()).isEqualTo("c1");
        }
    }

    @Test
    void theThoughtSignatureOfGeminiGoesBackOnItsPart() throws Exception {
        String body = """
                {"candidates":[{"finishReason":"STOP","content":{"role":"model","parts":[
                 {"text":"A city.","thought":true},{"text":"I look."},
                 {"functionCall":{"id":"c1","name":"find_city","args":{"name":"Oslo"}},"thoughtSignature":"c2ln"}]}}]}""";
        List<ContentPart> parts = List.of(new ContentPart.Text("I look."), new Reasoning("", "c2ln", false), CALL);
        for (boolean streamed : List.of(false, true)) {
            String answer = streamed ? "data: " + body.replace("\n", " ") + "\n\n" : body;
            JsonNode sent = goOn(Dialect.GEMINI, "gemini-3-pro", streamed, answer, parts);
            JsonNode content = sent.path("contents").path(1).path("parts");
            assertThat(content.path(0)).isEqualTo(json("{\"text\":\"I look.\"}"));
            assertThat(content.path(1).path("thoughtSignature").asText()).isEqualTo("c2ln");
            assertThat(content.path(1).path("functionCall").path("name").asText())
                    .isEqualTo("find_city");
        }
    }

    @Test
    void aSignatureAtTheEndOfAGeminiAnswerGoesBackOnAPartOfItsOwn() throws Exception {
        String body = """
                data: {"candidates":[{"content":{"parts":[{"text":"It "}]}}]}

                data: {"candidates":[{"content":{"parts":[{"text":"is."}]}}]}

                data: {"candidates":[{"finishReason":"STOP","content":{"parts":[{"text":"","thoughtSignature":"c2ln"}]}}]}

                """;
        List<ContentPart> parts = List.of(new ContentPart.Text("It is."), new Reasoning("", "c2ln", false));
        JsonNode content = goOn(Dialect.GEMINI, "gemini-3-pro", true, body, parts)
                .path("contents")
                .path(1)
                .path("parts");
        assertThat(content).hasSize(2);
        assertThat(content.path(1)).isEqualTo(json("{\"text\":\"\",\"thoughtSignature\":\"c2ln\"}"));
    }

    @Test
    void encryptedReasoningOfOpenAiIsAskedForAndGoesBackAsItsItem() throws Exception {
        String response = """
                {"id":"r","model":"gpt-5","status":"completed","output":[
                 {"type":"reasoning","id":"rs_1","encrypted_content":"Y2lwaGVy","summary":[{"type":"summary_text","text":"A city."}]},
                 {"type":"message","content":[{"type":"output_text","text":"I look."}]},
                 {"type":"function_call","id":"fc_1","call_id":"c1","name":"find_city","arguments":"{\\"name\\":\\"Oslo\\"}"}]}""";
        String stream = "data: {\"type\":\"response.completed\",\"response\":" + response.replace("\n", " ") + "}\n\n";
        List<ContentPart> parts =
                List.of(new Reasoning("A city.", "Y2lwaGVy", false, "rs_1"), new ContentPart.Text("I look."), CALL);
        for (boolean streamed : List.of(false, true)) {
            JsonNode sent = goOn(Dialect.OPENAI_RESPONSES, "gpt-5", streamed, streamed ? stream : response, parts);
            assertThat(sent.path("include")).isEqualTo(json("[\"reasoning.encrypted_content\"]"));
            assertThat(sent.path("input").path(1)).isEqualTo(json("""
                    {"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"A city."}],
                     "encrypted_content":"Y2lwaGVy"}"""));
            assertThat(sent.path("input").path(2).path("content").asText()).isEqualTo("I look.");
            assertThat(sent.path("input").path(3).path("type").asText()).isEqualTo("function_call");
        }
    }

    @Test
    void reasoningOfBedrockGoesBackWithItsSignature() throws Exception {
        String body = """
                {"stopReason":"tool_use","output":{"message":{"role":"assistant","content":[
                 {"reasoningContent":{"reasoningText":{"text":"A city.","signature":"c2ln"}}},
                 {"reasoningContent":{"redactedContent":"Y2lwaGVy"}},
                 {"toolUse":{"toolUseId":"c1","name":"find_city","input":{"name":"Oslo"}}}]}}}""";
        List<ContentPart> parts =
                List.of(new Reasoning("A city.", "c2ln", false), new Reasoning("Y2lwaGVy", null, true), CALL);
        JsonNode content = goOn(Dialect.BEDROCK, "anthropic.claude-opus-4-1", false, body, parts)
                .path("messages")
                .path(1)
                .path("content");
        assertThat(content.path(0)).isEqualTo(json("""
                {"reasoningContent":{"reasoningText":{"text":"A city.","signature":"c2ln"}}}"""));
        assertThat(content.path(1)).isEqualTo(json("{\"reasoningContent\":{\"redactedContent\":\"Y2lwaGVy\"}}"));
    }

    @Test
    void anAnswerWithoutProofsIsAPlainMessage() {
        var model = new ModelId("house", "m");
        server.enqueue(new MockResponse.Builder()
                .body("{\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}],\"stop_reason\":\"end_turn\"}")
                .build());
        try (var gateway = gateway(Dialect.ANTHROPIC)) {
            ChatResponse response = gateway.chat(request(model, false, List.of()), ChatListener.NONE);
            assertThat(response.parts()).isEmpty();
            assertThat(response.message()).isEqualTo(Message.of(Role.ASSISTANT, "Hi"));
        }
    }

    /** Asks, checks the parts of the answer, goes on with them, and returns what was sent then. */
    private JsonNode goOn(Dialect dialect, String name, boolean stream, String body, List<ContentPart> parts)
            throws Exception {
        var model = new ModelId("house", name);
        try (var gateway = gateway(dialect)) {
            server.enqueue(new MockResponse.Builder().body(body).build());
            ChatResponse response = gateway.chat(request(model, stream, List.of()), ChatListener.NONE);
            assertThat(response.parts()).isEqualTo(parts);
            assertThat(response.message()).isEqualTo(new Message.Assistant(parts));
            server.takeRequest();
            server.enqueue(new MockResponse.Builder().body(body).build());
            var result =
                    Message.of(Role.TOOL, List.of(new ContentPart.ToolResult("c1", "find_city", "59 north", false)));
            gateway.chat(request(model, stream, List.of(response.message(), result)), ChatListener.NONE);
            return json(server.takeRequest().getBody().utf8());
        }
    }

    private static ChatRequest request(ModelId model, boolean stream, List<Message> more) {
        var messages = new java.util.ArrayList<>(List.of(Message.of(Role.USER, "Where is Oslo?")));
        messages.addAll(more);
        return new ChatRequest(model, messages, ModelParameters.DEFAULTS, ResponseFormat.TEXT, stream)
                .withTools(List.of(TOOL), ToolChoice.AUTO);
    }

    private LlmGateway gateway(Dialect dialect) {
        var time = Duration.ofSeconds(30);
        HttpUrl url = server.url(dialect == Dialect.OPENAI_RESPONSES ? "/v1" : "/");
        Map<String, String> quirks =
                dialect == Dialect.OPENAI_RESPONSES ? Map.of("vendor", "openai", "reasoningSummary", "true") : Map.of();
        var settings = new ProviderSettings(
                "house",
                dialect,
                URI.create(url.toString()),
                new ApiKey.None(),
                Map.of(),
                List.of(),
                4,
                time,
                time,
                time);
        return new LlmGateway(List.of(settings.withQuirks(quirks)), Map.of());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
