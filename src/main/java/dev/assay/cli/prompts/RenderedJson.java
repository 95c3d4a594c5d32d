package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.assay.exchange.results.content.Figures;
import dev.assay.llm.ContentPart;
import dev.assay.llm.Message;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.RenderedPrompt;
import java.util.List;

/** A rendered prompt as JSON. */
final class RenderedJson {
    private RenderedJson() {}

    /** The prompt's name and revision, its messages, and the parameters and format of its front matter. */
    static ObjectNode of(PromptRef ref, RenderedPrompt rendered) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("prompt", ref.name()).put("revision", ref.revision());
        ArrayNode messages = document.putArray("messages");
        for (Message message : rendered.messages()) {
            ObjectNode node = messages.addObject().put("role", role(message)).put("content", message.text());
            media(node, message.parts());
        }
        parameters(document.putObject("parameters"), rendered.parameters());
        tools(document, rendered);
        document.put(
                "format",
                switch (rendered.format()) {
                    case ResponseFormat.PlainText plain -> "text";
                    case ResponseFormat.JsonObject object -> "json";
                    case ResponseFormat.JsonSchema schema -> "json-schema";
                });
        return document;
    }

    private static void tools(ObjectNode document, RenderedPrompt rendered) {
        ArrayNode tools = document.putArray("tools");
        for (Tool tool : rendered.tools()) {
            tools.addObject()
                    .put("name", tool.name())
                    .put("description", tool.description())
                    .putRawValue("inputSchema", new RawValue(tool.inputSchema()));
        }
        document.put("toolChoice", word(rendered.toolChoice()));
    }

    /** A choice as prompt files write it. */
    static String word(ToolChoice choice) {
        return switch (choice) {
            case ToolChoice.Auto auto -> "auto";
            case ToolChoice.None none -> "none";
            case ToolChoice.Required required -> "required";
            case ToolChoice.Named named -> named.name();
        };
    }

    static String role(Message message) {
        return Figures.lowerCase(message.role());
    }

    static String text(ContentPart part) {
        return switch (part) {
            case ContentPart.Text text -> text.text();
            case ContentPart.Media media -> "[media " + media.url() + "]";
            case ContentPart.ToolCall call -> call.shown();
            case ContentPart.ToolResult result -> result.content();
            case ContentPart.Reasoning reasoning -> reasoning.text();
        };
    }

    private static void media(ObjectNode node, List<ContentPart> parts) {
        for (ContentPart part : parts) {
            if (part instanceof ContentPart.Media media) {
                node.withArray("media").addObject().put("url", media.url()).put("contentType", media.contentType());
            }
        }
    }

    private static void parameters(ObjectNode node, ModelParameters parameters) {
        node.put("temperature", parameters.temperature());
        node.put("topP", parameters.topP());
        node.put("topK", parameters.topK());
        node.put("maxOutputTokens", parameters.maxOutputTokens());
        node.put("seed", parameters.seed());
        ArrayNode stop = node.putArray("stop");
        parameters.stop().forEach(stop::add);
        node.put("contextTokens", parameters.contextTokens());
        node.put("frequencyPenalty", parameters.frequencyPenalty());
        node.put("presencePenalty", parameters.presencePenalty());
        ReasoningEffort effort = parameters.reasoningEffort();
        node.put("reasoningEffort", effort == null ? null : effort.word());
    }
}
