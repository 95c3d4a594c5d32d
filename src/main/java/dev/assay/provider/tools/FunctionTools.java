package dev.assay.provider.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Tool;
import dev.assay.provider.wire.WireJson;
import java.util.List;

/** Writes tools as functions, as OpenAI began to and others do too. */
public final class FunctionTools {
    private FunctionTools() {}

    /** Adds the tools to a body; nothing where there is none. */
    public static void write(List<Tool> tools, ObjectNode body) {
        for (Tool tool : tools) {
            ObjectNode function = body.withArray("tools")
                    .addObject()
                    .put("type", "function")
                    .putObject("function")
                    .put("name", tool.name());
            if (!tool.description().isEmpty()) {
                function.put("description", tool.description());
            }
            function.set("parameters", WireJson.schema("Tool", tool.name(), tool.inputSchema()));
        }
    }

    /** The arguments of an earlier call, for protocols that take objects only. */
    public static JsonNode arguments(ContentPart.ToolCall call) {
        return object("arguments", call.arguments());
    }

    /** A text as an object: itself where it is one, else as the value of a field. */
    public static JsonNode object(String field, String text) {
        return WireJson.read(text)
                .filter(JsonNode::isObject)
                .orElseGet(() -> WireJson.object().put(field, text));
    }
}
