package dev.assay.provider.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.provider.tools.FunctionTools;
import dev.assay.provider.wire.WireJson;

/** Writes the tools of a request, and what became of earlier calls. */
final class GeminiTools {
    private GeminiTools() {}

    static void write(ChatRequest request, ObjectNode body) {
        if (request.tools().isEmpty()) {
            return;
        }
        var declarations = body.putArray("tools").addObject().putArray("functionDeclarations");
        for (Tool tool : request.tools()) {
            ObjectNode function = declarations.addObject().put("name", tool.name());
            if (!tool.description().isEmpty()) {
                function.put("description", tool.description());
            }
            function.set("parametersJsonSchema", WireJson.schema("Tool", tool.name(), tool.inputSchema()));
        }
        choice(request.toolChoice(), body);
    }

    private static void choice(ToolChoice choice, ObjectNode body) {
        switch (choice) {
            case ToolChoice.Auto auto -> {}
            case ToolChoice.None none -> mode(body, "NONE");
            case ToolChoice.Required required -> mode(body, "ANY");
            case ToolChoice.Named named ->
                mode(body, "ANY").putArray("allowedFunctionNames").add(named.name());
        }
    }

    private static ObjectNode mode(ObjectNode body, String mode) {
        return body.putObject("toolConfig").putObject("functionCallingConfig").put("mode", mode);
    }

    static ObjectNode call(ContentPart.ToolCall call) {
        ObjectNode node = WireJson.object().put("name", call.name());
        if (!call.id().isEmpty()) {
            node.put("id", call.id());
        }
        node.set("args", FunctionTools.arguments(call));
        return node;
    }

    static ObjectNode result(ContentPart.ToolResult result) {
        ObjectNode node = WireJson.object().put("name", result.name());
        if (!result.callId().isEmpty()) {
            node.put("id", result.callId());
        }
        node.set("response", FunctionTools.object(result.error() ? "error" : "result", result.content()));
        return node;
    }
}
