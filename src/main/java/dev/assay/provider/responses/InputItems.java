package dev.assay.provider.responses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.provider.tools.ToolMessages;
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
            ToolMessages.results(model, message).forEach(this::result);
            return;
        }
        if (message.parts().stream().anyMatch(InputItems::isContent)) {
            content(message);
        }
        ToolMessages.parts(message, ContentPart.ToolCall.class).forEach(this::call);
    }

    private void call(ContentPart.ToolCall call) {
        items.addObject()
                .put("type", "function_call")
                .put("call_id", ToolMessages.id(call))
                .put("name", call.name())
                .put("arguments", call.arguments());
    }

    private void result(ContentPart.ToolResult result) {
        items.addObject()
                .put("type", "function_call_output")
                .put("call_id", ToolMessages.id(result))
                .put("output", result.content());
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
}
