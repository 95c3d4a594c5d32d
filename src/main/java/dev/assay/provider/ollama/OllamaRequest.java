package dev.assay.provider.ollama;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ContentPart;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.provider.tools.FunctionTools;
import dev.assay.provider.tools.ToolMessages;
import dev.assay.provider.wire.DataUrl;
import dev.assay.provider.wire.WireJson;
import dev.assay.provider.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one request. Used once. */
final class OllamaRequest {
    private static final int SMALLEST_CONTEXT = 8192;
    private static final int ROOM_FOR_ANSWER = 2048;
    private static final int CHARACTERS_PER_TOKEN = 3;
    private static final int TOKENS_PER_MESSAGE = 8;

    private final ChatRequest request;
    private final ObjectNode body = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    OllamaRequest(ChatRequest request) {
        this.request = request;
    }

    WireRequest write() {
        body.put("model", request.model().model());
        ArrayNode messages = body.putArray("messages");
        request.messages().forEach(message -> messages(messages, message));
        tools();
        think(request.parameters().reasoningEffort());
        // Ollama streams unless it is told not to.
        body.put("stream", request.stream());
        format(request.format());
        options(request.parameters());
        return new WireRequest(body, adjustments);
    }

    /** Each result of a tool is a message of its own. */
    private void messages(ArrayNode messages, Message message) {
        if (!(message instanceof Message.Tool)) {
            messages.add(message(message));
            return;
        }
        for (ContentPart.ToolResult result : ToolMessages.results(request.model(), message)) {
            messages.addObject()
                    .put("role", "tool")
                    .put("content", result.content())
                    .put("tool_name", result.name());
        }
    }

    /** There is no choice in this protocol: tools that must not be called are left out. */
    private void tools() {
        if (request.toolChoice() instanceof ToolChoice.None && !request.tools().isEmpty()) {
            String names = request.tools().stream().map(Tool::name).collect(Collectors.joining(", "));
            adjustments.add(new Adjustment(
                    "tools", names, null, "they must not be called, which Ollama cannot be told otherwise"));
            return;
        }
        FunctionTools.write(request.tools(), body);
    }

    private void think(@Nullable ReasoningEffort effort) {
        if (effort == null) {
            return;
        }
        if (effort == ReasoningEffort.NONE) {
            body.put("think", false);
            return;
        }
        String sent = switch (effort) {
            case NONE, MINIMAL, LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH, XHIGH -> "high";
            case MAX -> "max";
        };
        body.put("think", sent);
        if (!sent.equals(effort.word())) {
            adjustments.add(
                    new Adjustment("reasoningEffort", effort.word(), sent, "Ollama knows low, medium, high and max"));
        }
    }

    private ObjectNode message(Message message) {
        ObjectNode node = WireJson.object();
        node.put("role", message.role().name().toLowerCase(Locale.ROOT));
        node.put("content", message.text());
        for (ContentPart part : message.parts()) {
            if (part instanceof ContentPart.Media media) {
                DataUrl data = DataUrl.parse(media.url())
                        .orElseThrow(() -> new InputException(request.model()
                                + ": Ollama takes images only inside the prompt: give a data: URL in base64"));
                node.withArray("images").add(data.base64());
            } else if (part instanceof ContentPart.ToolCall call) {
                node.withArray("tool_calls")
                        .addObject()
                        .putObject("function")
                        .put("name", call.name())
                        .set("arguments", FunctionTools.arguments(call));
            } else if (part instanceof ContentPart.Reasoning reasoning && !reasoning.redacted()) {
                node.put("thinking", WireJson.textOrEmpty(node, "thinking") + reasoning.text());
            }
        }
        return node;
    }

    private void format(ResponseFormat format) {
        switch (format) {
            case ResponseFormat.PlainText text -> {}
            case ResponseFormat.JsonObject json -> body.put("format", "json");
            case ResponseFormat.JsonSchema schema ->
                body.set("format", WireJson.schema("Schema", schema.name(), schema.schema()));
        }
    }

    private void options(ModelParameters asked) {
        ObjectNode options = body.putObject("options");
        options.put("num_ctx", context(asked));
        if (asked.temperature() != null) {
            options.put("temperature", asked.temperature());
        }
        if (asked.topP() != null) {
            options.put("top_p", asked.topP());
        }
        if (asked.topK() != null) {
            options.put("top_k", asked.topK());
        }
        if (asked.maxOutputTokens() != null) {
            options.put("num_predict", asked.maxOutputTokens());
        }
        if (asked.seed() != null) {
            options.put("seed", asked.seed());
        }
        if (asked.frequencyPenalty() != null) {
            options.put("frequency_penalty", asked.frequencyPenalty());
        }
        if (asked.presencePenalty() != null) {
            options.put("presence_penalty", asked.presencePenalty());
        }
        if (!asked.stop().isEmpty()) {
            ArrayNode stop = options.putArray("stop");
            asked.stop().forEach(stop::add);
        }
    }

    /**
     * The context is always named, as Ollama cuts longer prompts at their beginning without a word. It grows in steps
     * of two, so that calls of like length do not make Ollama load the model anew.
     */
    private int context(ModelParameters asked) {
        long needed = needed(asked);
        Integer given = asked.contextTokens();
        if (given != null) {
            if (given < needed) {
                adjustments.add(new Adjustment(
                        "contextTokens",
                        given.toString(),
                        given.toString(),
                        "prompt and answer may need about " + needed + ", and Ollama cuts the beginning of what is"
                                + " too long without a word"));
            }
            return given;
        }
        int context = SMALLEST_CONTEXT;
        while (context < needed && context < Integer.MAX_VALUE / 2) {
            context *= 2;
        }
        adjustments.add(new Adjustment(
                "contextTokens",
                null,
                String.valueOf(context),
                "Ollama cuts longer prompts without a word, so room for this one was asked for"));
        return context;
    }

    /** A guess on the safe side: the model's own count is not known before the call. */
    private long needed(ModelParameters asked) {
        long needed = asked.maxOutputTokens() == null ? ROOM_FOR_ANSWER : asked.maxOutputTokens();
        for (Message message : request.messages()) {
            needed += message.text().length() / CHARACTERS_PER_TOKEN + TOKENS_PER_MESSAGE;
        }
        for (Tool tool : request.tools()) {
            needed += (tool.description().length() + tool.inputSchema().length()) / CHARACTERS_PER_TOKEN
                    + TOKENS_PER_MESSAGE;
        }
        return needed;
    }
}
