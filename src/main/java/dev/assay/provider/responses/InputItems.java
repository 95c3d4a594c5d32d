package dev.assay.provider.responses;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.Role;
import dev.assay.provider.tools.ToolMessages;
import java.util.ArrayList;
import java.util.List;
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
        List<ContentPart> content = new ArrayList<>();
        for (ContentPart part : message.parts()) {
            switch (part) {
                case ContentPart.Text text -> content.add(text);
                case ContentPart.Media media -> content.add(media);
                case ContentPart.ToolCall call -> {
                    content(message.role(), content);
                    call(call);
                }
                case ContentPart.Reasoning reasoning -> {
                    content(message.role(), content);
                    reasoning(reasoning);
                }
                case ContentPart.ToolResult result -> {}
            }
        }
        content(message.role(), content);
    }

    /** Reasoning goes back as the item it came as; that of other protocols is unknown here. */
    private void reasoning(ContentPart.Reasoning reasoning) {
        if (reasoning.id() == null || reasoning.signature() == null) {
            return;
        }
        ObjectNode item = items.addObject().put("type", "reasoning").put("id", reasoning.id());
        ArrayNode summary = item.putArray("summary");
        if (!reasoning.text().isEmpty()) {
            summary.addObject().put("type", "summary_text").put("text", reasoning.text());
        }
        item.put("encrypted_content", reasoning.signature());
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

    /** Writes content that belongs together, and takes it away. */
    private void content(Role role, List<ContentPart> content) {
        if (content.isEmpty()) {
            return;
        }
        ObjectNode item = items.addObject().put("role", role.name().toLowerCase(Locale.ROOT));
        if (content.stream().noneMatch(ContentPart.Media.class::isInstance)) {
            item.put("content", Message.of(role, content).text());
        } else {
            ArrayNode parts = item.putArray("content");
            for (ContentPart part : content) {
                if (part instanceof ContentPart.Text text) {
                    String type = role == Role.ASSISTANT ? "output_text" : "input_text";
                    parts.addObject().put("type", type).put("text", text.text());
                } else if (part instanceof ContentPart.Media image) {
                    parts.addObject().put("type", "input_image").put("image_url", image.url());
                }
            }
        }
        content.clear();
    }
}
