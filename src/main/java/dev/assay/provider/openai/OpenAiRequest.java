package dev.assay.provider.openai;

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
final class OpenAiRequest {
    private final ChatRequest request;
    private final OpenAiHost host;
    private final OpenAiModelRules rules;
    private final ObjectNode body = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    OpenAiRequest(ChatRequest request, OpenAiHost host) {
        this.request = request;
        this.host = host;
        this.rules = OpenAiModelRules.of(request.model().model());
    }

    /**
     * Writes it.
     *
     * @param asksForUsage whether a stream is asked to end with its usage
     */
    WireRequest write(boolean asksForUsage) {
        body.put("model", request.model().model());
        ArrayNode messages = body.putArray("messages");
        request.messages().forEach(message -> messages.add(message(message)));
        parameters(request.parameters());
        format(request.format());
        body.put("stream", request.stream());
        if (request.stream() && asksForUsage) {
            body.putObject("stream_options").put("include_usage", true);
        } else if (request.stream() && host.asksForUsage()) {
            adjustments.add(new Adjustment(
                    "stream_options.include_usage", "true", null, "the server refuses it, so usage may be missing"));
        }
        return new WireRequest(body, adjustments);
    }

    private ObjectNode message(Message message) {
        if (message.role() == Role.TOOL) {
            throw new InputException(request.model() + ": a message of role tool cannot be sent: it answers a tool call"
                    + " that this conversation does not hold");
        }
        ObjectNode node = WireJson.object();
        node.put("role", message.role().name().toLowerCase(Locale.ROOT));
        boolean textOnly = message.parts().stream().allMatch(ContentPart.Text.class::isInstance);
        if (textOnly) {
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
        }
        return node;
    }

    private void parameters(ModelParameters asked) {
        String model = "the model takes no sampling parameters";
        if (allowed("temperature", asked.temperature(), rules.samples(), model)) {
            body.put("temperature", asked.temperature());
        }
        if (allowed("topP", asked.topP(), rules.samples(), model)) {
            body.put("top_p", asked.topP());
        }
        if (allowed("topK", asked.topK(), host.takesTopK() && rules.samples(), "the provider does not know top_k")) {
            body.put("top_k", asked.topK());
        }
        if (asked.maxOutputTokens() != null) {
            body.put(rules.newCap() ? OpenAiHost.NEW_CAP : host.capField(), asked.maxOutputTokens());
        }
        if (asked.seed() != null) {
            body.put(host.seedField(), asked.seed());
        }
        List<String> stop = asked.stop().isEmpty() ? null : asked.stop();
        if (stop != null && allowed("stop", stop, rules.stops(), "the model takes no stop texts")) {
            ArrayNode texts = body.putArray("stop");
            stop.forEach(texts::add);
        }
        allowed("contextTokens", asked.contextTokens(), false, "this protocol cannot set the context size");
    }

    /** Whether a parameter was asked for and may be sent; records it where it was asked for and may not. */
    private boolean allowed(String name, @Nullable Object asked, boolean accepted, String reason) {
        if (asked != null && !accepted) {
            adjustments.add(new Adjustment(name, asked.toString(), null, reason));
        }
        return asked != null && accepted;
    }

    private void format(ResponseFormat format) {
        switch (format) {
            case ResponseFormat.PlainText text -> {}
            case ResponseFormat.JsonObject json ->
                body.putObject("response_format").put("type", "json_object");
            case ResponseFormat.JsonSchema schema -> {
                JsonNode shape = WireJson.read(schema.schema())
                        .filter(JsonNode::isObject)
                        .orElseThrow(() -> new InputException("Schema '" + schema.name() + "' is not a JSON object"));
                ObjectNode wanted = body.putObject("response_format").put("type", "json_schema");
                wanted.putObject("json_schema")
                        .put("name", schema.name())
                        .put("strict", StrictSchema.allows(shape))
                        .set("schema", shape);
            }
        }
    }
}
