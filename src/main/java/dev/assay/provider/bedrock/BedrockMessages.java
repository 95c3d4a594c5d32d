package dev.assay.provider.bedrock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ContentPart;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.provider.tools.FunctionTools;
import dev.assay.provider.wire.DataUrl;
import dev.assay.provider.wire.WireJson;
import java.util.List;

/** Writes the conversation. The roles must take turns, so what follows in the same role joins the message before. */
final class BedrockMessages {
    private final ModelId model;
    private final ArrayNode messages;

    BedrockMessages(ModelId model, ArrayNode messages) {
        this.model = model;
        this.messages = messages;
    }

    /** Adds a message that is not of the system. */
    void write(Message message) {
        String role = switch (message.role()) {
            case SYSTEM -> throw new IllegalArgumentException("system text is no message here");
            case USER, TOOL -> "user";
            case ASSISTANT -> "assistant";
        };
        List<ObjectNode> parts = message.parts().stream()
                .filter(BedrockMessages::isSent)
                .map(this::part)
                .toList();
        if (parts.isEmpty()) {
            throw new InputException(model + ": a message of role " + role
                    + " is empty, which Bedrock does not take: fill it or leave it out");
        }
        boolean sameRole = !messages.isEmpty() && role.equals(WireJson.text(messages.get(messages.size() - 1), "role"));
        ObjectNode node = sameRole
                ? (ObjectNode) messages.get(messages.size() - 1)
                : messages.addObject().put("role", role);
        node.withArray("content").addAll(parts);
    }

    /** Blank text is refused, and so is reasoning without the proof that it is unchanged. */
    private static boolean isSent(ContentPart part) {
        return switch (part) {
            case ContentPart.Text text -> !text.text().isBlank();
            case ContentPart.Reasoning reasoning -> reasoning.redacted() || reasoning.signature() != null;
            case ContentPart.Media media -> true;
            case ContentPart.ToolCall call -> true;
            case ContentPart.ToolResult result -> true;
        };
    }

    private ObjectNode part(ContentPart part) {
        ObjectNode node = WireJson.object();
        switch (part) {
            case ContentPart.Text text -> node.put("text", text.text());
            case ContentPart.Media media -> image(node.putObject("image"), media);
            case ContentPart.ToolCall call ->
                node.putObject("toolUse")
                        .put("toolUseId", id(call.id(), call.name()))
                        .put("name", call.name())
                        .set("input", FunctionTools.arguments(call));
            case ContentPart.ToolResult result -> result(node.putObject("toolResult"), result);
            case ContentPart.Reasoning reasoning -> reasoning(node.putObject("reasoningContent"), reasoning);
        }
        return node;
    }

    private void image(ObjectNode image, ContentPart.Media media) {
        DataUrl data = DataUrl.parse(media.url())
                .filter(one -> one.mediaType().startsWith("image/"))
                .orElseThrow(() -> new InputException(
                        model + ": Bedrock takes images as data: URLs only, not by address: give the image itself"));
        image.put("format", data.mediaType().substring("image/".length()).replace("jpg", "jpeg"));
        image.putObject("source").put("bytes", data.base64());
    }

    /** Some models know no status, so success is not told. */
    private static void result(ObjectNode node, ContentPart.ToolResult result) {
        ArrayNode content =
                node.put("toolUseId", id(result.callId(), result.name())).putArray("content");
        if (!result.content().isBlank()) {
            content.addObject().put("text", result.content());
        }
        if (result.error()) {
            node.put("status", "error");
        }
    }

    private static void reasoning(ObjectNode node, ContentPart.Reasoning reasoning) {
        if (reasoning.redacted()) {
            node.put("redactedContent", reasoning.text());
        } else {
            node.putObject("reasoningText").put("text", reasoning.text()).put("signature", reasoning.signature());
        }
    }

    /** An id is required; calls that come from elsewhere may have none. */
    private static String id(String id, String name) {
        return id.isEmpty() ? name : id;
    }
}
