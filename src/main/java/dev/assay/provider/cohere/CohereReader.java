package dev.assay.provider.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Usage;
import dev.assay.provider.tools.ToolCallFragments;
import dev.assay.provider.wire.Answer;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.GrowingText;
import dev.assay.provider.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** Reads one answer. The plan that precedes calls of tools counts as reasoning: it is not the answer. */
final class CohereReader implements AnswerReader {
    private final StringBuilder text = new StringBuilder();
    private final GrowingText reasoning = new GrowingText();
    private final ToolCallFragments toolCalls = new ToolCallFragments();
    private Usage usage = Usage.UNKNOWN;
    private @Nullable String finish;
    private @Nullable String id;
    private boolean ended;

    @Override
    public boolean whole(JsonNode body) {
        JsonNode message = body.path("message");
        if (!message.isObject()) {
            return false;
        }
        id = WireJson.text(body, "id");
        reasoning.append(WireJson.textOrEmpty(message, "tool_plan"));
        message.path("content").forEach(this::content);
        toolCalls.add(message.path("tool_calls"));
        finish(body);
        return true;
    }

    @Override
    public String event(JsonNode event) {
        JsonNode message = event.path("delta").path("message");
        switch (WireJson.textOrEmpty(event, "type")) {
            case "message-start" -> id = WireJson.text(event, "id");
            case "content-start", "content-delta" -> {
                return content(message.path("content"));
            }
            case "tool-call-start", "tool-call-delta" -> fragment(event, message.path("tool_calls"));
            case "tool-plan-delta" -> reasoning.append(WireJson.textOrEmpty(message, "tool_plan"));
            case "message-end" -> {
                finish(event.path("delta"));
                ended = true;
            }
            default -> {}
        }
        return "";
    }

    private String content(JsonNode content) {
        reasoning.append(WireJson.textOrEmpty(content, "thinking"));
        String visible = WireJson.textOrEmpty(content, "text");
        text.append(visible);
        return visible;
    }

    /** A stream has one call an event, numbered by the event. */
    private void fragment(JsonNode event, JsonNode call) {
        if (call instanceof ObjectNode object) {
            ObjectNode numbered = object.deepCopy();
            numbered.set("index", event.path("index"));
            toolCalls.add(WireJson.object().arrayNode().add(numbered));
        }
    }

    private void finish(JsonNode end) {
        finish = WireJson.text(end, "finish_reason");
        JsonNode reported = end.path("usage");
        JsonNode tokens = reported.path("tokens");
        usage = new Usage(
                WireJson.count(tokens.path("input_tokens")),
                WireJson.count(tokens.path("output_tokens")),
                WireJson.count(reported.path("cached_tokens")),
                null,
                null,
                null);
        if (reported.isObject()) {
            JsonNode billed = reported.path("billed_units");
            usage = usage.withRaw(reported.toString())
                    .withBilled(
                            WireJson.count(billed.path("input_tokens")), WireJson.count(billed.path("output_tokens")));
        }
    }

    /** A stream that fails ends as any other does, and says why in its last event. */
    @Override
    public JsonNode errorPlace(JsonNode document) {
        return "message-end".equals(WireJson.text(document, "type")) ? document.path("delta") : document;
    }

    @Override
    public void end() {}

    @Override
    public String newReasoning() {
        return reasoning.takeNew();
    }

    @Override
    public boolean isComplete() {
        return ended;
    }

    @Override
    public boolean isOver() {
        return ended;
    }

    @Override
    public Answer answer() {
        return new Answer(
                text.toString(), reasoning.toString(), toolCalls.calls(), finishReason(), finish, usage, id, null);
    }

    private FinishReason finishReason() {
        return switch (finish == null ? "" : finish) {
            case "COMPLETE", "STOP_SEQUENCE" -> FinishReason.STOP;
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            case "TOOL_CALL" -> FinishReason.TOOL_CALLS;
            case "ERROR", "TIMEOUT" -> FinishReason.ERROR;
            default -> FinishReason.UNKNOWN;
        };
    }
}
