package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.provider.tools.ToolMessages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the messages of one request. */
final class ChatMessages {
    private final ModelId model;
    private final Quirks quirks;
    private final ArrayNode messages;

    ChatMessages(ModelId model, Quirks quirks, ArrayNode messages) {
        this.model = model;
        this.quirks = quirks;
        this.messages = messages;
    }

    void write(Message message) {
        switch (message) {
            case Message.Tool tool -> results(tool);
            case Message.Assistant assistant -> assistant(assistant);
            default -> content(add(message), message);
        }
    }

    private ObjectNode add(Message message) {
        return messages.addObject().put("role", message.role().name().toLowerCase(Locale.ROOT));
    }

    private static void content(ObjectNode node, Message message) {
        boolean media = message.parts().stream().anyMatch(ContentPart.Media.class::isInstance);
        if (!media) {
            node.put("content", message.text());
            return;
        }
        ArrayNode parts = node.putArray("content");
        for (ContentPart part : message.parts()) {
            if (part instanceof ContentPart.Text text) {
                parts.addObject().put("type", "text").put("text", text.text());
            } else if (part instanceof ContentPart.Media image) {
                parts.addObject()
                        .put("type", "image_url")
                        .putObject("image_url")
                        .put("url", image.url());
            }
        }
    }

    private void assistant(Message.Assistant message) {
        ObjectNode node = add(message);
        List<ContentPart.ToolCall> calls = ToolMessages.parts(message, ContentPart.ToolCall.class);
        if (calls.isEmpty() || !message.text().isEmpty()) {
            content(node, message);
        } else {
            node.putNull("content");
        }
        reasoning(node, message);
        for (ContentPart.ToolCall call : calls) {
            node.withArray("tool_calls")
                    .addObject()
                    .put("id", ToolMessages.id(call))
                    .put("type", "function")
                    .putObject("function")
                    .put("name", call.name())
                    .put("arguments", call.arguments());
        }
    }

    private void reasoning(ObjectNode node, Message message) {
        String text = ToolMessages.parts(message, ContentPart.Reasoning.class).stream()
                .filter(part -> !part.redacted())
                .map(ContentPart.Reasoning::text)
                .collect(Collectors.joining());
        if (quirks.reasoningField() != null && !text.isEmpty()) {
            node.put(quirks.reasoningField(), text);
        }
    }

    /** Each result is a message of its own. */
    private void results(Message.Tool message) {
        for (ContentPart.ToolResult result : ToolMessages.results(model, message)) {
            add(message).put("tool_call_id", ToolMessages.id(result)).put("content", result.content());
        }
    }
}
