package dev.assay.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Usage;
import dev.assay.provider.http.Answer;
import dev.assay.provider.http.AnswerReader;
import dev.assay.provider.http.WireJson;
import org.jspecify.annotations.Nullable;

/** Reads one answer of Ollama; each line of a stream has the form of a whole answer. */
final class OllamaReader implements AnswerReader {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private Usage usage = Usage.UNKNOWN;
    private @Nullable String finish;
    private @Nullable String model;
    private boolean callsTools;
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
        callsTools |= !message.path("tool_calls").isEmpty();
        if (line.path("done").asBoolean()) {
            done = true;
            finish = WireJson.text(line, "done_reason");
            usage = new Usage(
                    WireJson.count(line.path("prompt_eval_count")),
                    WireJson.count(line.path("eval_count")),
                    null,
                    null,
                    null,
                    null);
        }
        String visible = WireJson.textOrEmpty(message, "content");
        text.append(visible);
        return visible;
    }

    @Override
    public void end() {}

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
        return new Answer(text.toString(), reasoning.toString(), finishReason(), finish, usage, null, model);
    }

    private FinishReason finishReason() {
        if (callsTools) {
            return FinishReason.TOOL_CALLS;
        }
        return switch (finish == null ? "" : finish) {
            case "stop" -> FinishReason.STOP;
            case "length" -> FinishReason.LENGTH;
            default -> FinishReason.UNKNOWN;
        };
    }
}
