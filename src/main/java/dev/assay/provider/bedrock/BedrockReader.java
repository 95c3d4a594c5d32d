package dev.assay.provider.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Usage;
import dev.assay.provider.tools.ToolCallFragments;
import dev.assay.provider.wire.Answer;
import dev.assay.provider.wire.AnswerParts;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.GrowingText;
import dev.assay.provider.wire.WireJson;
import org.jspecify.annotations.Nullable;

/** Reads one answer. The usage of a stream comes after the stop, so a stream is over only then. */
final class BedrockReader implements AnswerReader {
    private final StringBuilder text = new StringBuilder();
    private final GrowingText reasoning = new GrowingText();
    private final ToolCallFragments toolCalls = new ToolCallFragments();
    private final AnswerParts parts = new AnswerParts();
    private Usage usage = Usage.UNKNOWN;
    private @Nullable String finish;
    private boolean over;

    @Override
    public boolean whole(JsonNode body) {
        JsonNode content = body.path("output").path("message").path("content");
        finish = WireJson.text(body, "stopReason");
        usage = usage(body.path("usage"));
        for (int i = 0; i < content.size(); i++) {
            JsonNode block = content.path(i);
            text.append(WireJson.textOrEmpty(block, "text"));
            reasoning.append(WireJson.textOrEmpty(block.path("reasoningContent").path("reasoningText"), "text"));
            tool(i, block.path("toolUse"));
            parts.text(i, WireJson.textOrEmpty(block, "text"));
            keep(i, block.path("reasoningContent").path("reasoningText"));
            keep(i, block.path("reasoningContent"));
        }
        return content.isArray();
    }

    @Override
    public String event(JsonNode event) {
        JsonNode start = event.path("contentBlockStart");
        tool(start.path("contentBlockIndex").asInt(), start.path("start").path("toolUse"));
        if (event.has("messageStop")) {
            finish = WireJson.text(event.path("messageStop"), "stopReason");
        }
        if (event.has("metadata")) {
            usage = usage(event.path("metadata").path("usage"));
            over = finish != null;
        }
        return delta(event.path("contentBlockDelta"));
    }

    private String delta(JsonNode block) {
        JsonNode delta = block.path("delta");
        tool(block.path("contentBlockIndex").asInt(), delta.path("toolUse"));
        reasoning.append(WireJson.textOrEmpty(delta.path("reasoningContent"), "text"));
        String visible = WireJson.textOrEmpty(delta, "text");
        parts.text(block.path("contentBlockIndex").asInt(), visible);
        keep(block.path("contentBlockIndex").asInt(), delta.path("reasoningContent"));
        text.append(visible);
        return visible;
    }

    /** Reasoning goes back with its proof, or as the cipher that it came as. */
    private void keep(int place, JsonNode thought) {
        parts.thought(place, WireJson.textOrEmpty(thought, "text"));
        parts.proof(place, WireJson.textOrEmpty(thought, "signature"));
        String cipher = WireJson.textOrEmpty(thought, "redactedContent");
        if (!cipher.isEmpty()) {
            parts.redacted(place, cipher);
        }
    }

    /** A call, or a piece of one: its input is a document in a whole answer and text in a stream. */
    private void tool(int index, JsonNode toolUse) {
        if (!toolUse.isObject()) {
            return;
        }
        parts.call(index);
        ArrayNode fragments = WireJson.object().arrayNode();
        ObjectNode fragment = fragments.addObject().put("index", index);
        fragment.set("id", toolUse.path("toolUseId"));
        ObjectNode function = fragment.putObject("function");
        function.set("name", toolUse.path("name"));
        function.set("arguments", toolUse.path("input"));
        toolCalls.add(fragments);
    }

    /** Whether the input includes what the cache gave and took is seen from the total only. */
    private static Usage usage(JsonNode reported) {
        if (!reported.isObject()) {
            return Usage.UNKNOWN;
        }
        Long input = WireJson.count(reported.path("inputTokens"));
        Long output = WireJson.count(reported.path("outputTokens"));
        Long total = WireJson.count(reported.path("totalTokens"));
        Long read = WireJson.count(reported.path("cacheReadInputTokens"));
        Long written = WireJson.count(reported.path("cacheWriteInputTokens"));
        long cached = orZero(read) + orZero(written);
        boolean beside = input != null && total != null && total == input + orZero(output) + cached;
        Long all = beside ? Long.valueOf(orZero(input) + cached) : input;
        return new Usage(all, output, read, written, null, null).withRaw(reported.toString());
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    @Override
    public void end() {}

    @Override
    public String newReasoning() {
        return reasoning.takeNew();
    }

    @Override
    public boolean isComplete() {
        return finish != null;
    }

    @Override
    public boolean isOver() {
        return over;
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
                usage,
                null,
                null);
    }

    private FinishReason finishReason() {
        return switch (finish == null ? "" : finish) {
            case "end_turn", "stop_sequence" -> FinishReason.STOP;
            case "max_tokens" -> FinishReason.LENGTH;
            case "model_context_window_exceeded" -> FinishReason.CONTEXT_LIMIT;
            case "tool_use" -> FinishReason.TOOL_CALLS;
            case "guardrail_intervened", "content_filtered" -> FinishReason.CONTENT_FILTER;
            case "malformed_model_output", "malformed_tool_use" -> FinishReason.ERROR;
            default -> FinishReason.UNKNOWN;
        };
    }
}
