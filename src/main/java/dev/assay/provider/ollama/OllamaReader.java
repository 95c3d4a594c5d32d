package dev.assay.provider.ollama;

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

/** Reads one answer of Ollama; each line of a stream has the form of a whole answer. */
final class OllamaReader implements AnswerReader {
    private final StringBuilder text = new StringBuilder();
    private final GrowingText reasoning = new GrowingText();
    private Usage usage = Usage.UNKNOWN;
    private @Nullable String finish;
    private @Nullable String model;
    private final ToolCallFragments toolCalls = new ToolCallFragments();
    private boolean done;

    @Override
    public boolean whole(JsonNode body) {
        event(body);
        // A server that streams although it was told not to sends only the beginning in its first document.
        return body.path("message").isObject() && body.path("done").asBoolean(true);
    }

    @Override
    public String event(JsonNode line) {
        JsonNode message = line.path("message");
        String name = WireJson.text(line, "model");
        model = name == null ? model : name;
        reasoning.append(WireJson.textOrEmpty(message, "thinking"));
        // Calls come whole, each on its own, and some versions number all of them 0.
        message.path("tool_calls")
                .forEach(call -> toolCalls.add(WireJson.object().arrayNode().add(withoutIndex(call))));
        if (line.path("done").asBoolean()) {
            done = true;
            finish = WireJson.text(line, "done_reason");
            usage = new Usage(
                            WireJson.count(line.path("prompt_eval_count")),
                            WireJson.count(line.path("eval_count")),
                            null,
                            null,
                            null,
                            null)
                    .withRaw(line.has("prompt_eval_count") || line.has("eval_count") ? counts(line) : null);
        }
        String visible = WireJson.textOrEmpty(message, "content");
        text.append(visible);
        return visible;
    }

    private static JsonNode withoutIndex(JsonNode call) {
        return call instanceof ObjectNode object ? object.deepCopy().without("index") : call;
    }

    /** The last line without what was said: counts, and times in nanoseconds. */
    private static String counts(JsonNode line) {
        ObjectNode counts = WireJson.object();
        line.properties().stream()
                .filter(field -> field.getValue().isNumber())
                .forEach(field -> counts.set(field.getKey(), field.getValue()));
        return counts.toString();
    }

    @Override
    public void end() {}

    @Override
    public String newReasoning() {
        return reasoning.takeNew();
    }

    @Override
    public boolean isComplete() {
        return done;
    }

    @Override
    public boolean isOver() {
        return done;
    }

    @Override
    public Answer answer() {
        return new Answer(
                text.toString(), reasoning.toString(), toolCalls.calls(), finishReason(), finish, usage, null, model);
    }

    private FinishReason finishReason() {
        if (!toolCalls.isEmpty()) {
            return FinishReason.TOOL_CALLS;
        }
        return switch (finish == null ? "" : finish) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            default -> FinishReason.UNKNOWN;
        };
    }
}
