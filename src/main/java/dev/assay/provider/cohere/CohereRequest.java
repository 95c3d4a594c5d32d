package dev.assay.provider.cohere;

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
import dev.assay.llm.Role;
import dev.assay.provider.http.WireJson;
import dev.assay.provider.http.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes one request. Used once. */
final class CohereRequest {
    private static final double LEAST_P = 0.01;
    private static final double MOST_P = 0.99;
    private static final int MOST_K = 500;
    private static final int MOST_STOPS = 5;
    private final ChatRequest request;
    private final ObjectNode body = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    CohereRequest(ChatRequest request) {
        this.request = request;
    }

    WireRequest write() {
        body.put("model", request.model().model());
        ArrayNode messages = body.putArray("messages");
        request.messages().forEach(message -> messages.add(message(message)));
        parameters(request.parameters());
        format(request.format());
        body.put("stream", request.stream());
        return new WireRequest(body, adjustments);
    }

    private ObjectNode message(Message message) {
        if (message.role() == Role.TOOL) {
            throw new InputException(request.model() + ": a message of role tool cannot be sent: it answers a tool call"
                    + " that this conversation does not hold");
        }
        ObjectNode node = WireJson.object();
        node.put("role", message.role().name().toLowerCase(Locale.ROOT));
        if (message.parts().stream().allMatch(ContentPart.Text.class::isInstance)) {
            node.put("content", message.text());
        } else {
            ArrayNode parts = node.putArray("content");
            message.parts().forEach(part -> parts.add(part(part)));
        }
        return node;
    }

    private static ObjectNode part(ContentPart part) {
        ObjectNode node = WireJson.object();
        switch (part) {
            case ContentPart.Text text -> node.put("type", "text").put("text", text.text());
            case ContentPart.Media media ->
                node.put("type", "image_url").putObject("image_url").put("url", media.url());
            case ContentPart.ToolCall call -> throw noTools();
            case ContentPart.ToolResult result -> throw noTools();
            case ContentPart.Reasoning reasoning -> throw noTools();
        }
        return node;
    }

    private void parameters(ModelParameters asked) {
        if (asked.temperature() != null) {
            body.put("temperature", asked.temperature());
        }
        if (asked.maxOutputTokens() != null) {
            body.put("max_tokens", asked.maxOutputTokens());
        }
        if (asked.seed() != null) {
            body.put("seed", asked.seed());
        }
        nucleus(asked.topP());
        candidates(asked.topK());
        stop(asked.stop());
        if (asked.contextTokens() != null) {
            adjust("contextTokens", asked.contextTokens(), null, "this protocol cannot set the context size");
        }
    }

    private void nucleus(@Nullable Double asked) {
        if (asked == null) {
            return;
        }
        double sent = Math.clamp(asked, LEAST_P, MOST_P);
        body.put("p", sent);
        if (sent != asked) {
            adjust("topP", asked, sent, "Cohere takes 0.01 to 0.99");
        }
    }

    private void candidates(@Nullable Integer asked) {
        if (asked == null) {
            return;
        }
        int sent = Math.min(asked, MOST_K);
        body.put("k", sent);
        if (sent != asked) {
            adjust("topK", asked, sent, "Cohere takes 500 at most");
        }
    }

    private void stop(List<String> asked) {
        if (asked.isEmpty()) {
            return;
        }
        List<String> sent = asked.subList(0, Math.min(asked.size(), MOST_STOPS));
        ArrayNode texts = body.putArray("stop_sequences");
        sent.forEach(texts::add);
        if (sent.size() < asked.size()) {
            adjust("stop", asked, sent, "Cohere takes five stop texts at most");
        }
    }

    private void adjust(String parameter, Object asked, @Nullable Object sent, String reason) {
        adjustments.add(new Adjustment(parameter, asked.toString(), sent == null ? null : sent.toString(), reason));
    }

    private void format(ResponseFormat format) {
        if (format instanceof ResponseFormat.PlainText) {
            return;
        }
        ObjectNode wanted = body.putObject("response_format").put("type", "json_object");
        if (format instanceof ResponseFormat.JsonSchema schema) {
            wanted.set(
                    "json_schema",
                    WireJson.read(schema.schema())
                            .filter(JsonNode::isObject)
                            .orElseThrow(
                                    () -> new InputException("Schema '" + schema.name() + "' is not a JSON object")));
        }
    }

    private static InputException noTools() {
        return new InputException("Tool calls of earlier messages cannot be sent in this protocol: leave them out");
    }
}
