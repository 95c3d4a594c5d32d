package dev.assay.provider.anthropic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.provider.wire.WireJson;

/** Writes the tools of a request. */
final class AnthropicTools {
    private AnthropicTools() {}

    static void write(ChatRequest request, ObjectNode body) {
        for (Tool tool : request.tools()) {
            ObjectNode node = body.withArray("tools").addObject().put("name", tool.name());
            if (!tool.description().isEmpty()) {
                node.put("description", tool.description());
            }
            node.set("input_schema", WireJson.schema("Tool", tool.name(), tool.inputSchema()));
        }
        if (!request.tools().isEmpty()) {
            choice(request.toolChoice(), body);
        }
    }

    private static void choice(ToolChoice choice, ObjectNode body) {
        switch (choice) {
            case ToolChoice.Auto auto -> {}
            case ToolChoice.None none -> body.putObject("tool_choice").put("type", "none");
            case ToolChoice.Required required -> body.putObject("tool_choice").put("type", "any");
            case ToolChoice.Named named ->
                body.putObject("tool_choice").put("type", "tool").put("name", named.name());
        }
    }
}
