package dev.assay.provider.anthropic;

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
import dev.assay.provider.http.DataUrl;
import dev.assay.provider.http.WireJson;
import dev.assay.provider.http.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one request. Used once. */
final class AnthropicRequest {
    private final ChatRequest request;
    private final AnthropicModelRules rules;
    private final ObjectNode body = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    AnthropicRequest(ChatRequest request) {
        this.request = request;
        this.rules = AnthropicModelRules.of(request.model().model());
    }

    WireRequest write() {
        body.put("model", request.model().model());
        cap(request.parameters().maxOutputTokens());
        system();
        messages();
        parameters(request.parameters());
        format(request.format());
        body.put("stream", request.stream());
        return new WireRequest(body, adjustments);
    }

    private void cap(@Nullable Integer asked) {
        int cap = asked == null ? rules.defaultCap(request.stream()) : asked;
        body.put("max_tokens", cap);
        if (asked == null) {
            String reason = rules.prefix().isEmpty()
                    ? "Anthropic requires a cap, and the most of this model is not known"
                    : cap == rules.maxOutput()
                            ? "Anthropic requires a cap: this is the most that the model can give"
                            : "Anthropic requires a cap: this is the most without streaming";
            adjustments.add(new Adjustment("maxOutputTokens", null, String.valueOf(cap), reason));
        }
    }

    /** System messages have a place of their own, before the conversation. */
    private void system() {
        List<Message> system = request.messages().stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .toList();
        if (system.isEmpty()) {
            return;
        }
        body.put("system", system.stream().map(Message::text).collect(Collectors.joining("\n\n")));
        boolean leading = request.messages().subList(0, system.size()).equals(system);
        if (!leading) {
            adjustments.add(new Adjustment(
                    "messages", "system between others", "system first", "Anthropic takes system text first only"));
        }
    }

    private void messages() {
        ArrayNode messages = body.putArray("messages");
        for (Message message : request.messages()) {
            switch (message.role()) {
                case SYSTEM -> {}
                case USER -> messages.add(message("user", message));
                case ASSISTANT -> messages.add(message("assistant", message));
                case TOOL ->
                    throw new InputException(request.model() + ": a message of role tool cannot be sent: it answers a"
                            + " tool call that this conversation does not hold");
            }
        }
        if (messages.isEmpty()) {
            throw new InputException(
                    request.model() + ": Anthropic needs a message of role user beside the system text");
        }
    }

    private ObjectNode message(String role, Message message) {
        ObjectNode node = WireJson.object().put("role", role);
        boolean textOnly = message.parts().stream().allMatch(ContentPart.Text.class::isInstance);
        if (textOnly) {
            requireText(role, message.text());
            node.put("content", message.text());
        } else {
            ArrayNode parts = node.putArray("content");
            message.parts().forEach(part -> parts.add(part(role, part)));
        }
        return node;
    }

    private ObjectNode part(String role, ContentPart part) {
        ObjectNode node = WireJson.object();
        switch (part) {
            case ContentPart.Text text -> {
                requireText(role, text.text());
                node.put("type", "text").put("text", text.text());
            }
            case ContentPart.Media media -> {
                ObjectNode source = node.put("type", "image").putObject("source");
                DataUrl.parse(media.url())
                        .ifPresentOrElse(
                                data -> source.put("type", "base64")
                                        .put("media_type", data.mediaType())
                                        .put("data", data.base64()),
                                () -> source.put("type", "url").put("url", media.url()));
            }
        }
        return node;
    }

    private void requireText(String role, String text) {
        if (text.isBlank()) {
            throw new InputException(request.model() + ": a message of role " + role
                    + " is empty, which Anthropic does not take: fill it or leave it out");
        }
    }

    private void parameters(ModelParameters asked) {
        String model = "the model takes no sampling parameters";
        if (allowed("temperature", asked.temperature(), rules.samples(), model)) {
            body.put("temperature", asked.temperature());
        }
        if (allowed("topP", asked.topP(), rules.samples(), model)) {
            body.put("top_p", asked.topP());
        }
        if (allowed("topK", asked.topK(), rules.samples(), model)) {
            body.put("top_k", asked.topK());
        }
        if (!asked.stop().isEmpty()) {
            ArrayNode stop = body.putArray("stop_sequences");
            asked.stop().forEach(stop::add);
        }
        allowed("seed", asked.seed(), false, "Anthropic has no seed");
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
                adjustments.add(new Adjustment(
                        "format", "JSON", null, "Anthropic has no JSON mode without a schema; only the prompt asks"));
            case ResponseFormat.JsonSchema schema -> schema(schema);
        }
    }

    /** A schema is enforced by the model itself or, with older models, by forcing the call of a tool of that shape. */
    private void schema(ResponseFormat.JsonSchema schema) {
        JsonNode shape = WireJson.read(schema.schema())
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new InputException("Schema '" + schema.name() + "' is not a JSON object"));
        if (rules.schemas()) {
            ObjectNode wanted = body.putObject("output_config").putObject("format");
            wanted.put("type", "json_schema").set("schema", shape);
            return;
        }
        ObjectNode tool = body.putArray("tools").addObject();
        tool.put("name", schema.name()).put("description", "Gives the answer.").set("input_schema", shape);
        body.putObject("tool_choice").put("type", "tool").put("name", schema.name());
        adjustments.add(
                new Adjustment("format", "JSON schema", "forced tool call", "the model takes no schema directly"));
    }
}
