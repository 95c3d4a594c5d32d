package dev.assay.provider.cohere;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.provider.tools.ToolMessages;
import dev.assay.provider.wire.WireJson;
import java.util.List;
import java.util.Locale;

/** Writes the messages of one request. */
final class CohereMessages {
    private final ModelId model;
    private final ArrayNode messages;

    CohereMessages(ModelId model, ArrayNode messages) {
        this.model = model;
        this.messages = messages;
    }

    void write(Message message) {
        if (message instanceof Message.Tool) {
            results(message);
            return;
        }
        ObjectNode node = messages.addObject();
        node.put("role", message.role().name().toLowerCase(Locale.ROOT));
        List<ContentPart.ToolCall> calls = ToolMessages.parts(message, ContentPart.ToolCall.class);
        if (message.parts().stream().allMatch(ContentPart.Text.class::isInstance)) {
            node.put("content", message.text());
        } else if (calls.isEmpty()) {
            content(node, message);
        } else {
            calls(node, message, calls);
        }
    }

    private static void content(ObjectNode node, Message message) {
        ArrayNode parts = node.putArray("content");
        for (ContentPart part : message.parts()) {
            if (part instanceof ContentPart.Text text) {
                parts.addObject().put("type", "text").put("text", text.text());
            } else if (part instanceof ContentPart.Media media) {
                parts.addObject()
                        .put("type", "image_url")
                        .putObject("image_url")
                        .put("url", media.url());
            } else if (part instanceof ContentPart.Reasoning reasoning && !reasoning.redacted()) {
                parts.addObject().put("type", "thinking").put("thinking", reasoning.text());
            }
        }
    }

    /** Beside calls the protocol has a plan instead of a text. */
    private static void calls(ObjectNode node, Message message, List<ContentPart.ToolCall> calls) {
        var plan = new StringBuilder();
        ToolMessages.parts(message, ContentPart.Reasoning.class).stream()
                .filter(part -> !part.redacted())
                .forEach(part -> plan.append(part.text()));
        plan.append(message.text());
        if (!plan.isEmpty()) {
            node.put("tool_plan", plan.toString());
        }
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

    private void results(Message message) {
        for (ContentPart.ToolResult result : ToolMessages.results(model, message)) {
            messages.add(WireJson.object()
                    .put("role", "tool")
                    .put("tool_call_id", ToolMessages.id(result))
                    .put("content", result.content()));
        }
    }
}
