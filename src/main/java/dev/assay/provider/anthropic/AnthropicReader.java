package dev.assay.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Usage;
import dev.assay.provider.wire.Answer;
import dev.assay.provider.wire.AnswerParts;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.GrowingText;
import dev.assay.provider.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** Reads one message. The input of the tool that stands for a JSON schema counts as text. */
final class AnthropicReader implements AnswerReader {
    private final StringBuilder text = new StringBuilder();
    private final GrowingText reasoning = new GrowingText();
    private final ObjectNode usage = WireJson.object();
    private @Nullable String finish;
    private @Nullable String id;
    private @Nullable String model;
    private final AnthropicToolCalls toolCalls;
    private final AnswerParts parts = new AnswerParts();
    private boolean stopped;

    AnthropicReader(ChatRequest request) {
        toolCalls = new AnthropicToolCalls(request);
    }

    @Override
    public boolean whole(JsonNode body) {
        if (!body.path("content").isArray()) {
            return false;
        }
        head(body);
        merge(body.path("usage"));
        finish = WireJson.text(body, "stop_reason");
        int place = 0;
        for (JsonNode block : body.path("content")) {
            String json = toolCalls.whole(block);
            text.append(WireJson.textOrEmpty(block, "text")).append(json);
            reasoning.append(WireJson.textOrEmpty(block, "thinking"));
            begin(place, block);
            piece(place++, block, json);
        }
        return true;
    }

    @Override
    public String event(JsonNode event) {
        switch (WireJson.textOrEmpty(event, "type")) {
            case "message_start" -> start(event.path("message"));
            case "content_block_start" -> {
                JsonNode block = event.path("content_block");
                toolCalls.start(event.path("index").asInt(), block);
                begin(event.path("index").asInt(), block);
                piece(event.path("index").asInt(), block, "");
                return visible(WireJson.textOrEmpty(block, "text"));
            }
            case "content_block_delta" -> {
                return delta(event.path("index").asInt(), event.path("delta"));
            }
            case "message_delta" -> {
                String reason = WireJson.text(event.path("delta"), "stop_reason");
                finish = reason == null ? finish : reason;
                merge(event.path("usage"));
            }
            case "message_stop" -> stopped = true;
            default -> {}
        }
        return "";
    }

    /** May come twice; the text so far is kept. Its count of output is of one token only, so it is left out. */
    private void start(JsonNode message) {
        head(message);
        if (message.path("usage").isObject()) {
            ObjectNode first = message.path("usage").deepCopy();
            first.remove("output_tokens");
            merge(first);
        }
    }

    private String delta(int index, JsonNode delta) {
        reasoning.append(WireJson.textOrEmpty(delta, "thinking"));
        String json = toolCalls.delta(index, WireJson.textOrEmpty(delta, "partial_json"));
        piece(index, delta, json);
        return visible(WireJson.textOrEmpty(delta, "text") + json);
    }

    /** What a block is stands where it begins. */
    private void begin(int place, JsonNode block) {
        switch (WireJson.textOrEmpty(block, "type")) {
            case "redacted_thinking" -> parts.redacted(place, WireJson.textOrEmpty(block, "data"));
            case "tool_use" -> {
                if (toolCalls.has(block)) {
                    parts.call(place);
                }
            }
            default -> {}
        }
    }

    private void piece(int place, JsonNode piece, String json) {
        parts.text(place, WireJson.textOrEmpty(piece, "text") + json);
        parts.thought(place, WireJson.textOrEmpty(piece, "thinking"));
        parts.proof(place, WireJson.textOrEmpty(piece, "signature"));
    }

    private String visible(String delta) {
        text.append(delta);
        return delta;
    }

    private void head(JsonNode message) {
        String newId = WireJson.text(message, "id");
        String newModel = WireJson.text(message, "model");
        id = newId == null ? id : newId;
        model = newModel == null ? model : newModel;
    }

    /** Later counts replace earlier ones: they are totals, not increments. */
    private void merge(JsonNode reported) {
        reported.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                usage.set(field.getKey(), field.getValue());
            }
        });
    }

    @Override
    public void end() {}

    @Override
    public String newReasoning() {
        return reasoning.takeNew();
    }

    @Override
    public boolean isComplete() {
        return stopped;
    }

    @Override
    public boolean isOver() {
        return stopped;
    }

    @Override
    public Answer answer() {
        return new Answer(
                text.toString(),
                reasoning.toString(),
                toolCalls.calls(),
                parts.parts(toolCalls.calls()),
                finishReason(),
                finish,
                usage(),
                id,
                model);
    }

    /** Anthropic counts what the cache gave and took beside the input; here it is part of it. */
    private Usage usage() {
        Long uncached = WireJson.count(usage.path("input_tokens"));
        Long read = WireJson.count(usage.path("cache_read_input_tokens"));
        Long written = WireJson.count(usage.path("cache_creation_input_tokens"));
        Long input = uncached == null ? null : Long.valueOf(uncached + orZero(read) + orZero(written));
        return new Usage(
                        input,
                        output(),
                        read,
                        written,
                        WireJson.count(usage.path("output_tokens_details").path("thinking_tokens")),
                        null)
                .withRaw(usage.isEmpty() ? null : usage.toString());
    }

    /** No text costs nothing, so a count of zero beside a text is no count. */
    private @Nullable Long output() {
        Long output = WireJson.count(usage.path("output_tokens"));
        return output != null && output == 0 && !text.isEmpty() ? null : output;
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    private FinishReason finishReason() {
        return switch (finish == null ? "" : finish) {
            case "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "max_tokens" -> FinishReason.LENGTH;
            case "model_context_window_exceeded" -> FinishReason.CONTEXT_LIMIT;
            case "tool_use" -> toolCalls.calls().isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS;
            case "refusal" -> FinishReason.REFUSAL;
            case "pause_turn" -> FinishReason.PAUSED;
            default -> FinishReason.UNKNOWN;
        };
    }
}
