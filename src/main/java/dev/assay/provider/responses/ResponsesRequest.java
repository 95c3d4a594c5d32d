package dev.assay.provider.responses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.Message;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.provider.openai.StrictSchema;
import dev.assay.provider.wire.WireJson;
import dev.assay.provider.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes one request. Used once. */
final class ResponsesRequest {
    private final ChatRequest request;
    private final ObjectNode body = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    ResponsesRequest(ChatRequest request) {
        this.request = request;
    }

    /**
     * Writes it.
     *
     * @param asksForSummary whether a model that is told to reason is asked to sum up its reasoning
     * @param keepsReasoning whether its reasoning is to come as a cipher that can be sent back
     */
    WireRequest write(boolean asksForSummary, boolean keepsReasoning) {
        body.put("model", request.model().model());
        messages();
        tools();
        parameters(request.parameters());
        if (request.parameters().reasoningEffort() != null) {
            effort(request.parameters().reasoningEffort(), asksForSummary);
        }
        format(request.format());
        if (keepsReasoning) {
            body.putArray("include").add("reasoning.encrypted_content");
        }
        // What is sent is the user's: the provider is not to keep it for later calls that never come.
        body.put("store", false).put("stream", request.stream());
        return new WireRequest(body, adjustments);
    }

    /** The system text that leads is the instructions; everything after it is input. */
    private void messages() {
        List<Message> leading = request.messages().stream()
                .takeWhile(Message.System.class::isInstance)
                .toList();
        if (!leading.isEmpty()) {
            body.put("instructions", leading.stream().map(Message::text).collect(Collectors.joining("\n\n")));
        }
        var items = new InputItems(request.model(), body.putArray("input"));
        request.messages().stream().skip(leading.size()).forEach(items::write);
    }

    private void parameters(ModelParameters asked) {
        if (asked.temperature() != null) {
            body.put("temperature", asked.temperature());
        }
        if (asked.topP() != null) {
            body.put("top_p", asked.topP());
        }
        if (asked.maxOutputTokens() != null) {
            body.put("max_output_tokens", asked.maxOutputTokens());
        }
        if (asked.contextTokens() != null) {
            adjustments.add(new Adjustment(
                    "contextTokens",
                    asked.contextTokens().toString(),
                    null,
                    "this protocol cannot set the context size"));
        }
    }

    private void effort(ReasoningEffort effort, boolean asksForSummary) {
        ObjectNode reasoning = body.putObject("reasoning").put("effort", effort.word());
        if (asksForSummary && effort != ReasoningEffort.NONE) {
            reasoning.put("summary", "auto");
        }
    }

    private void tools() {
        for (Tool tool : request.tools()) {
            JsonNode schema = WireJson.schema("Tool", tool.name(), tool.inputSchema());
            ObjectNode node =
                    body.withArray("tools").addObject().put("type", "function").put("name", tool.name());
            if (!tool.description().isEmpty()) {
                node.put("description", tool.description());
            }
            // Unlike in chat completions, a tool is strict unless it says that it is not.
            node.put("strict", StrictSchema.allows(schema)).set("parameters", schema);
        }
        if (!request.tools().isEmpty()) {
            choice(request.toolChoice());
        }
    }

    private void choice(ToolChoice choice) {
        switch (choice) {
            case ToolChoice.Auto auto -> {}
            case ToolChoice.None none -> body.put("tool_choice", "none");
            case ToolChoice.Required required -> body.put("tool_choice", "required");
            case ToolChoice.Named named ->
                body.putObject("tool_choice").put("type", "function").put("name", named.name());
        }
    }

    private void format(ResponseFormat format) {
        switch (format) {
            case ResponseFormat.PlainText text -> {}
            case ResponseFormat.JsonObject json ->
                body.putObject("text").putObject("format").put("type", "json_object");
            case ResponseFormat.JsonSchema schema -> {
                JsonNode shape = WireJson.schema("Schema", schema.name(), schema.schema());
                body.putObject("text")
                        .putObject("format")
                        .put("type", "json_schema")
                        .put("name", schema.name())
                        .put("strict", StrictSchema.allows(shape))
                        .set("schema", shape);
            }
        }
    }
}
