package dev.assay.provider.responses;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ContentPart;
import dev.assay.llm.ContentPart.ToolCall;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Usage;
import dev.assay.provider.openai.OpenAiUsage;
import dev.assay.provider.wire.Answer;
import dev.assay.provider.wire.AnswerParts;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.GrowingText;
import dev.assay.provider.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one response. */
final class ResponsesReader implements AnswerReader {
    private final StringBuilder text = new StringBuilder();
    private final GrowingText reasoning = new GrowingText();
    /** By their place in the output. */
    private final SortedMap<Integer, ToolCall> toolCalls = new TreeMap<>();

    /** The whole items, by their place in the output. */
    private final SortedMap<Integer, JsonNode> items = new TreeMap<>();

    private Usage usage = Usage.UNKNOWN;
    private @Nullable String status;
    private @Nullable String incomplete;
    private @Nullable String id;
    private @Nullable String model;
    private boolean refused;
    private boolean ended;

    @Override
    public boolean whole(JsonNode body) {
        if (!body.path("output").isArray()) {
            return false;
        }
        finish(body);
        return true;
    }

    @Override
    public String event(JsonNode event) {
        String delta = WireJson.textOrEmpty(event, "delta");
        switch (WireJson.textOrEmpty(event, "type")) {
            case "response.created", "response.in_progress" -> head(event.path("response"));
            case "response.output_text.delta" -> {
                return visible(delta);
            }
            case "response.refusal.delta" -> {
                refused = true;
                return visible(delta);
            }
            case "response.reasoning_summary_text.delta", "response.reasoning_text.delta" -> reasoning.append(delta);
            case "response.reasoning_summary_part.added" -> newParagraph();
            case "response.output_item.done" -> call(event.path("output_index").asInt(), event.path("item"));
            case "response.completed", "response.incomplete", "response.failed" -> {
                ended = true;
                return finish(event.path("response"));
            }
            default -> {}
        }
        return "";
    }

    private String visible(String delta) {
        text.append(delta);
        return delta;
    }

    private void newParagraph() {
        if (!reasoning.toString().isEmpty()) {
            reasoning.append("\n\n");
        }
    }

    private void head(JsonNode response) {
        id = orElse(WireJson.text(response, "id"), id);
        model = orElse(WireJson.text(response, "model"), model);
    }

    /** The last event repeats all of the answer; what was heard before counts, and the rest is read from it. */
    private String finish(JsonNode response) {
        head(response);
        status = WireJson.text(response, "status");
        incomplete = WireJson.text(response.path("incomplete_details"), "reason");
        if (response.path("usage").isObject()) {
            usage = OpenAiUsage.read(response.path("usage"));
        }
        boolean textHeard = !text.isEmpty();
        boolean reasoningHeard = !reasoning.toString().isEmpty();
        int place = 0;
        for (JsonNode item : response.path("output")) {
            call(place++, item);
            if (!textHeard) {
                item.path("content").forEach(this::message);
            }
            if (!reasoningHeard && "reasoning".equals(WireJson.text(item, "type"))) {
                item.path("summary").forEach(this::thought);
                item.path("content").forEach(this::thought);
            }
        }
        return textHeard ? "" : text.toString();
    }

    private void message(JsonNode part) {
        if ("output_text".equals(WireJson.text(part, "type"))) {
            text.append(WireJson.textOrEmpty(part, "text"));
        }
        String refusal = WireJson.textOrEmpty(part, "refusal");
        refused |= !refusal.isEmpty();
        text.append(refusal);
    }

    private void thought(JsonNode part) {
        newParagraph();
        reasoning.append(WireJson.textOrEmpty(part, "text"));
    }

    private void call(int place, JsonNode item) {
        items.put(place, item);
        if ("function_call".equals(WireJson.text(item, "type"))) {
            String callId = WireJson.textOrEmpty(item, "call_id");
            String arguments = WireJson.textOrEmpty(item, "arguments");
            toolCalls.put(
                    place,
                    new ToolCall(
                            callId.isEmpty() ? WireJson.textOrEmpty(item, "id") : callId,
                            WireJson.textOrEmpty(item, "name"),
                            arguments.isEmpty() ? "{}" : arguments));
        }
    }

    @Override
    public String newReasoning() {
        return reasoning.takeNew();
    }

    /** An event of type error is documented flat, and was seen with its words nested. */
    @Override
    public JsonNode errorPlace(JsonNode document) {
        return switch (WireJson.textOrEmpty(document, "type")) {
            case "response.failed" -> document.path("response");
            case "error" ->
                document.path("error").isObject() ? document : WireJson.object().set("error", withoutType(document));
            default -> document;
        };
    }

    private static JsonNode withoutType(JsonNode error) {
        return error.<com.fasterxml.jackson.databind.node.ObjectNode>deepCopy().without("type");
    }

    @Override
    public void end() {}

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
                text.toString(),
                reasoning.toString(),
                new ArrayList<>(toolCalls.values()),
                parts(),
                finishReason(),
                incomplete == null ? status : incomplete,
                usage,
                id,
                model);
    }

    private List<ContentPart> parts() {
        var parts = new AnswerParts();
        items.forEach((place, item) -> {
            switch (WireJson.textOrEmpty(item, "type")) {
                case "reasoning" -> {
                    parts.id(place, WireJson.text(item, "id"));
                    parts.proof(place, WireJson.textOrEmpty(item, "encrypted_content"));
                    item.path("summary").forEach(part -> parts.thought(place, WireJson.textOrEmpty(part, "text")));
                }
                case "message" ->
                    item.path("content").forEach(part -> parts.text(place, WireJson.textOrEmpty(part, "text")));
                case "function_call" -> parts.call(place);
                default -> {}
            }
        });
        return parts.parts(List.copyOf(toolCalls.values()));
    }

    private FinishReason finishReason() {
        if (refused) {
            return FinishReason.REFUSAL;
        }
        return switch (status == null ? "" : status) {
            case "completed" -> toolCalls.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS;
            case "incomplete" ->
                switch (incomplete == null ? "" : incomplete) {
                    case "max_output_tokens" -> FinishReason.LENGTH;
                    case "content_filter" -> FinishReason.CONTENT_FILTER;
                    default -> FinishReason.UNKNOWN;
                };
            case "failed", "cancelled" -> FinishReason.ERROR;
            default -> FinishReason.UNKNOWN;
        };
    }

    private static @Nullable String orElse(@Nullable String value, @Nullable String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
