package dev.assay.provider.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ContentPart;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.provider.http.DataUrl;
import dev.assay.provider.http.WireJson;
import dev.assay.provider.http.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        request.messages().forEach(message -> messages.add(message(message)));
        // Ollama streams unless it is told not to.
        body.put("stream", request.stream());
        format(request.format());
        options(request.parameters());
        return new WireRequest(body, adjustments);
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
            }
        }
        return node;
    }

    private void format(ResponseFormat format) {
        switch (format) {
            case ResponseFormat.PlainText text -> {}
            case ResponseFormat.JsonObject json -> body.put("format", "json");
            case ResponseFormat.JsonSchema schema ->
                body.set(
                        "format",
                        WireJson.read(schema.schema())
                                .filter(JsonNode::isObject)
                                .orElseThrow(() ->
                                        new InputException("Schema '" + schema.name() + "' is not a JSON object")));
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
        if (asked.contextTokens() != null) {
            return asked.contextTokens();
        }
        long needed = asked.maxOutputTokens() == null ? ROOM_FOR_ANSWER : asked.maxOutputTokens();
        for (Message message : request.messages()) {
            needed += message.text().length() / CHARACTERS_PER_TOKEN + TOKENS_PER_MESSAGE;
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
}
