package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.FigureToken;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Usage;
import dev.assay.provider.tools.ToolCallFragments;
import dev.assay.provider.wire.Answer;
import dev.assay.provider.wire.AnswerReader;
import dev.assay.provider.wire.GrowingText;
import dev.assay.provider.wire.WireJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one chat completion. */
final class OpenAiReader implements AnswerReader {
    private final StringBuilder text = new StringBuilder();
    private final GrowingText reasoning = new GrowingText();
    private final ToolCallFragments toolCalls = new ToolCallFragments();
    private final Logprobs logprobs = new Logprobs();
    private Usage usage = Usage.UNKNOWN;
    private @Nullable String finish;
    private @Nullable String id;
    private @Nullable String model;
    private boolean refused;
    private boolean answered;
    private boolean done;

    @Override
    public boolean whole(JsonNode body) {
        head(body);
        JsonNode choice = body.path("choices").path(0);
        if (!choice.isObject()) {
            return false;
        }
        choice(choice, choice.path("message"));
        return true;
    }

    @Override
    public String event(JsonNode event) {
        head(event);
        JsonNode choice = event.path("choices").path(0);
        return choice(choice, choice.path("delta"));
    }

    /** Usage is read first: it may come in an event without choices. */
    private void head(JsonNode body) {
        JsonNode reported = body.path("usage").isObject()
                ? body.path("usage")
                : body.path("x_groq").path("usage");
        if (reported.isObject()) {
            usage = OpenAiUsage.read(reported);
        }
        id = orElse(WireJson.text(body, "id"), id);
        model = orElse(WireJson.text(body, "model"), model);
    }

    private String choice(JsonNode choice, JsonNode message) {
        answered |= choice.isObject();
        finish = orElse(WireJson.text(choice, "finish_reason"), finish);
        String visible = content(message.path("content"));
        String refusal = WireJson.textOrEmpty(message, "refusal");
        refused |= !refusal.isEmpty();
        reasoning.append(WireJson.textOrEmpty(message, "reasoning_content"));
        if (!message.has("reasoning_content")) {
            reasoning.append(WireJson.textOrEmpty(message, "reasoning"));
        }
        toolCalls.add(message.path("tool_calls"));
        logprobs.add(choice.path("logprobs"));
        text.append(visible).append(refusal);
        return visible + refusal;
    }

    /** The content is a text, or with Mistral a list of parts. */
    private String content(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        var visible = new StringBuilder();
        for (JsonNode part : content) {
            visible.append(WireJson.textOrEmpty(part, "text"));
            part.path("thinking").forEach(thought -> reasoning.append(WireJson.textOrEmpty(thought, "text")));
        }
        return visible.toString();
    }

    @Override
    public void end() {
        done = true;
    }

    @Override
    public String newReasoning() {
        return reasoning.takeNew();
    }

    @Override
    public boolean isComplete() {
        return finish != null || (done && answered);
    }

    /** Usage follows the finish reason, and OpenRouter may even report an error after it. */
    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public List<FigureToken> figures() {
        return logprobs.figures();
    }

    @Override
    public Answer answer() {
        return new Answer(
                text.toString(), reasoning.toString(), toolCalls.calls(), finishReason(), finish, usage, id, model);
    }

    private FinishReason finishReason() {
        if (refused) {
            return FinishReason.REFUSAL;
        }
        return switch (finish == null ? "" : finish) {
            // Some servers say stop although they ask for tools.
            case "stop" -> toolCalls.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS;
            case "length" -> FinishReason.LENGTH;
            case "model_length" -> FinishReason.CONTEXT_LIMIT;
            case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
            case "content_filter" -> FinishReason.CONTENT_FILTER;
            case "error", "insufficient_system_resource" -> FinishReason.ERROR;
            default -> FinishReason.UNKNOWN;
        };
    }

    private static @Nullable String orElse(@Nullable String value, @Nullable String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
