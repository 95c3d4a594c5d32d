package dev.assay.provider.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ContentPart.ToolCall;
import dev.assay.llm.FinishReason;
import dev.assay.provider.wire.Answer;
import dev.assay.provider.wire.AnswerParts;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.GrowingText;
import dev.assay.provider.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one answer; each event of a stream has the form of a whole answer, with the counts so far. */
final class GeminiReader implements AnswerReader {
    private final StringBuilder text = new StringBuilder();
    private final GrowingText reasoning = new GrowingText();
    private final GeminiUsage usage = new GeminiUsage();
    private @Nullable String finish;
    private @Nullable String block;
    private @Nullable String id;
    private @Nullable String model;
    private final List<ToolCall> toolCalls = new ArrayList<>();
    private final AnswerParts parts = new AnswerParts();

    @Override
    public boolean whole(JsonNode body) {
        event(body);
        return body.path("candidates").path(0).isObject() || block != null;
    }

    @Override
    public String event(JsonNode event) {
        id = newer(id, WireJson.text(event, "responseId"));
        model = newer(model, WireJson.text(event, "modelVersion"));
        block = newer(block, WireJson.text(event.path("promptFeedback"), "blockReason"));
        usage.read(event.path("usageMetadata"));
        JsonNode candidate = event.path("candidates").path(0);
        finish = newer(finish, WireJson.text(candidate, "finishReason"));
        var visible = new StringBuilder();
        for (JsonNode part : candidate.path("content").path("parts")) {
            String piece = WireJson.textOrEmpty(part, "text");
            if (part.path("thought").asBoolean()) {
                reasoning.append(piece);
            } else {
                visible.append(piece);
            }
            call(part.path("functionCall"));
            keep(part, piece);
        }
        text.append(visible);
        return visible.toString();
    }

    /** The signature of a part proves the reasoning before it, and must go back with the part. */
    private void keep(JsonNode part, String piece) {
        int place = parts.next();
        parts.proof(place, WireJson.textOrEmpty(part, "thoughtSignature"));
        if (!part.path("thought").asBoolean()) {
            parts.text(place, piece);
        }
        if (part.path("functionCall").isObject()) {
            parts.call(place);
        }
    }

    /** A call comes whole, in a stream too. */
    private void call(JsonNode call) {
        if (call.isObject()) {
            JsonNode arguments = call.path("args");
            toolCalls.add(new ToolCall(
                    WireJson.textOrEmpty(call, "id"),
                    WireJson.textOrEmpty(call, "name"),
                    arguments.isObject() ? arguments.toString() : "{}"));
        }
    }

    private static @Nullable String newer(@Nullable String before, @Nullable String now) {
        return now == null ? before : now;
    }

    @Override
    public void end() {}

    @Override
    public String newReasoning() {
        return reasoning.takeNew();
    }

    /** There is no end mark: the reason for the end stands on the last event. */
    @Override
    public boolean isComplete() {
        return finish != null || block != null;
    }

    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public Optional<String> blocked() {
        return text.isEmpty() && finish == null ? Optional.ofNullable(block) : Optional.empty();
    }

    @Override
    public Answer answer() {
        return new Answer(
                text.toString(),
                reasoning.toString(),
                toolCalls,
                parts.parts(toolCalls),
                finishReason(),
                finish,
                usage.usage(),
                id,
                model);
    }

    private FinishReason finishReason() {
        return switch (finish == null ? "" : finish) {
            // A call of a tool is an end like any other in this protocol.
            case "STOP" -> toolCalls.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS;
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            case "SAFETY",
                    "BLOCKLIST",
                    "PROHIBITED_CONTENT",
                    "SPII",
                    "RECITATION",
                    "LANGUAGE",
                    "IMAGE_SAFETY",
                    "IMAGE_PROHIBITED_CONTENT",
                    "IMAGE_RECITATION",
                    "IMAGE_OTHER" -> FinishReason.CONTENT_FILTER;
            case "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS", "OTHER" ->
                FinishReason.ERROR;
            default -> FinishReason.UNKNOWN;
        };
    }
}
