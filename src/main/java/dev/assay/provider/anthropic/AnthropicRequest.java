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
import dev.assay.provider.profile.Feature;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.tools.FunctionTools;
import dev.assay.provider.wire.DataUrl;
import dev.assay.provider.wire.WireJson;
import dev.assay.provider.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one request. Used once. */
final class AnthropicRequest {
    private static final int CAUTIOUS_CAP = 4096;

    /** The longest answer that Anthropic generates without streaming, as a call may last ten minutes at most. */
    private static final int LONGEST_WHOLE = 21_000;

    private final ChatRequest request;
    private final ModelProfile profile;
    private final ObjectNode body = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    AnthropicRequest(ChatRequest request, ModelProfile profile) {
        this.request = request;
        this.profile = profile;
    }

    WireRequest write() {
        body.put("model", request.model().model());
        int cap = cap(request.parameters().maxOutputTokens());
        body.put("max_tokens", cap);
        system();
        messages();
        parameters(request.parameters());
        AnthropicTools.write(request, body);
        new AnthropicThinking(request.parameters(), profile, adjustments).write(body, cap);
        format(request.format());
        body.put("stream", request.stream());
        return new WireRequest(body, adjustments);
    }

    private int cap(@Nullable Integer asked) {
        if (asked != null) {
            return asked;
        }
        Integer most = profile.maxOutput();
        int cap = most == null ? CAUTIOUS_CAP : request.stream() ? most : Math.min(most, LONGEST_WHOLE);
        String reason = most == null
                ? "Anthropic requires a cap, and the most of this model is not known"
                : cap == most
                        ? "Anthropic requires a cap: this is the most that the model can give"
                        : "Anthropic requires a cap: this is the most without streaming";
        adjustments.add(new Adjustment("maxOutputTokens", null, String.valueOf(cap), reason));
        return cap;
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
                case TOOL -> messages.add(message("user", message));
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
        if (message.role() == Role.TOOL && textOnly) {
            throw new InputException(request.model() + ": a message of role tool cannot be sent: it answers a"
                    + " tool call that this conversation does not hold");
        }
        if (textOnly) {
            requireText(role, message.text());
            node.put("content", message.text());
        } else {
            ArrayNode parts = node.putArray("content");
            message.parts().stream()
                    .filter(part -> !(part instanceof ContentPart.Reasoning reasoning)
                            || reasoning.redacted()
                            || reasoning.signature() != null)
                    .forEach(part -> parts.add(part(role, part)));
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
            case ContentPart.ToolCall call ->
                node.put("type", "tool_use")
                        .put("id", call.id())
                        .put("name", call.name())
                        .set("input", FunctionTools.arguments(call));
            case ContentPart.ToolResult result ->
                node.put("type", "tool_result")
                        .put("tool_use_id", result.callId())
                        .put("content", result.content())
                        .put("is_error", result.error());
            case ContentPart.Reasoning reasoning -> reasoning(node, reasoning);
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

    /** Goes back untouched with the provider's own proof, without which it is refused. */
    private static void reasoning(ObjectNode node, ContentPart.Reasoning reasoning) {
        if (reasoning.redacted()) {
            node.put("type", "redacted_thinking").put("data", reasoning.text());
        } else {
            node.put("type", "thinking").put("thinking", reasoning.text()).put("signature", reasoning.signature());
        }
    }

    private void requireText(String role, String text) {
        if (text.isBlank()) {
            throw new InputException(request.model() + ": a message of role " + role
                    + " is empty, which Anthropic does not take: fill it or leave it out");
        }
    }

    private void parameters(ModelParameters asked) {
        if (asked.temperature() != null) {
            body.put("temperature", asked.temperature());
        }
        if (asked.topP() != null) {
            body.put("top_p", asked.topP());
        }
        if (asked.topK() != null) {
            body.put("top_k", asked.topK());
        }
        if (!asked.stop().isEmpty()) {
            ArrayNode stop = body.putArray("stop_sequences");
            asked.stop().forEach(stop::add);
        }
        if (asked.contextTokens() != null) {
            adjustments.add(new Adjustment(
                    "contextTokens",
                    asked.contextTokens().toString(),
                    null,
                    "this protocol cannot set the context size"));
        }
    }

    private void format(ResponseFormat format) {
        switch (format) {
            case ResponseFormat.PlainText text -> {}
            case ResponseFormat.JsonObject json -> {}
            case ResponseFormat.JsonSchema schema -> schema(schema);
        }
    }

    /** A schema is enforced by the model itself or, with older models, by forcing the call of a tool of that shape. */
    private void schema(ResponseFormat.JsonSchema schema) {
        JsonNode shape = WireJson.schema("Schema", schema.name(), schema.schema());
        if (profile.allows(Feature.JSON_SCHEMA)) {
            ObjectNode wanted = body.withObject("/output_config").putObject("format");
            wanted.put("type", "json_schema").set("schema", shape);
            return;
        }
        ObjectNode tool = body.withArray("tools").addObject();
        tool.put("name", schema.name()).put("description", "Gives the answer.").set("input_schema", shape);
        body.putObject("tool_choice").put("type", "tool").put("name", schema.name());
        adjustments.add(
                new Adjustment("format", "JSON schema", "forced tool call", "the model takes no schema directly"));
    }
}
