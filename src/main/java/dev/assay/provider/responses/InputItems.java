package dev.assay.provider.responses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ContentPart;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import java.util.Locale;

/** Writes the messages of one request as items: texts, calls of tools and their results. */
final class InputItems {
    private final ModelId model;
    private final ArrayNode items;

    InputItems(ModelId model, ArrayNode items) {
        this.model = model;
        this.items = items;
    }

    void write(Message message) {
        if (message instanceof Message.Tool) {
            requireResults(message);
        } else if (message.parts().stream().anyMatch(InputItems::isContent)) {
            content(message);
        }
        for (ContentPart part : message.parts()) {
            if (part instanceof ContentPart.ToolCall call) {
                items.addObject()
                        .put("type", "function_call")
                        .put("call_id", id(call.id(), call.name()))
                        .put("name", call.name())
                        .put("arguments", call.arguments());
            } else if (part instanceof ContentPart.ToolResult result) {
                items.addObject()
                        .put("type", "function_call_output")
                        .put("call_id", id(result.callId(), result.name()))
                        .put("output", result.content());
            }
        }
    }

    private static boolean isContent(ContentPart part) {
        return part instanceof ContentPart.Text || part instanceof ContentPart.Media;
    }

    private void content(Message message) {
        ObjectNode item = items.addObject().put("role", message.role().name().toLowerCase(Locale.ROOT));
        if (message.parts().stream().noneMatch(ContentPart.Media.class::isInstance)) {
            item.put("content", message.text());
            return;
        }
        ArrayNode parts = item.putArray("content");
        for (ContentPart part : message.parts()) {
            if (part instanceof ContentPart.Text text) {
                String type = message instanceof Message.Assistant ? "output_text" : "input_text";
                parts.addObject().put("type", type).put("text", text.text());
            } else if (part instanceof ContentPart.Media image) {
                parts.addObject().put("type", "input_image").put("image_url", image.url());
            }
        }
    }

    private void requireResults(Message message) {
        if (message.parts().stream().noneMatch(ContentPart.ToolResult.class::isInstance)) {
            throw new InputException(model + ": a message of role tool cannot be sent: it answers a tool call"
                    + " that this conversation does not hold");
        }
    }

    /** A call that came without an id is known by its tool. */
    private static String id(String id, String tool) {
        return id.isEmpty() ? tool : id;
    }
}
