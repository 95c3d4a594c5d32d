package dev.assay.provider.bedrock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.provider.wire.WireJson;
import java.util.List;

/** Writes the tools of a request. */
final class BedrockTools {
    private final ChatRequest request;
    private final List<Adjustment> adjustments;

    BedrockTools(ChatRequest request, List<Adjustment> adjustments) {
        this.request = request;
        this.adjustments = adjustments;
    }

    void write(ObjectNode body) {
        if (request.tools().isEmpty() || request.toolChoice() instanceof ToolChoice.None && leftOut()) {
            return;
        }
        ObjectNode config = body.putObject("toolConfig");
        for (Tool tool : request.tools()) {
            ObjectNode spec =
                    config.withArray("tools").addObject().putObject("toolSpec").put("name", tool.name());
            if (!tool.description().isEmpty()) {
                spec.put("description", tool.description());
            }
            spec.putObject("inputSchema").set("json", WireJson.schema("Tool", tool.name(), tool.inputSchema()));
        }
        switch (request.toolChoice()) {
            case ToolChoice.Auto auto -> {}
            case ToolChoice.None none -> {}
            case ToolChoice.Required required -> config.putObject("toolChoice").putObject("any");
            case ToolChoice.Named named ->
                config.putObject("toolChoice").putObject("tool").put("name", named.name());
        }
    }

    /** Whether tools that must not be called can be left out: not beside calls of earlier messages. */
    private boolean leftOut() {
        boolean earlier = request.messages().stream()
                .flatMap(message -> message.parts().stream())
                .anyMatch(part -> part instanceof ContentPart.ToolCall || part instanceof ContentPart.ToolResult);
        adjustments.add(new Adjustment(
                "toolChoice", "none", earlier ? "auto" : "no tools", "Bedrock cannot be told to call none"));
        return !earlier;
    }
}
