package dev.assay.provider.profile;

import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ContentPart;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Fits one request to a model. Used once. */
final class RequestFitter {
    private final ChatRequest asked;
    private final ModelProfile profile;
    private final List<Adjustment> adjustments = new ArrayList<>();

    RequestFitter(ChatRequest asked, ModelProfile profile) {
        this.asked = asked;
        this.profile = profile;
    }

    FittedRequest fit() {
        requireImagesAllowed();
        requireToolPartsAllowed();
        List<Message> messages = messages();
        var parameters = new ParameterFitter(asked.parameters(), profile, adjustments).fit();
        List<Tool> tools = tools();
        ToolChoice choice = tools.isEmpty() ? ToolChoice.AUTO : choice();
        var fitted =
                new ChatRequest(asked.model(), messages, parameters, tools, choice, format(), stream(), asked.repeat());
        return new FittedRequest(fitted, adjustments);
    }

    /** An image cannot be left out: the prompt would be another. */
    private void requireImagesAllowed() {
        boolean images = asked.messages().stream()
                .flatMap(message -> message.parts().stream())
                .anyMatch(ContentPart.Media.class::isInstance);
        if (images && !profile.allows(Feature.IMAGES)) {
            throw new InputException(
                    asked.model() + " takes no images: choose another model, or set images: true for it"
                            + " in models.yaml where that has changed");
        }
    }

    /** Nor can an earlier tool call or its result be left out. */
    private void requireToolPartsAllowed() {
        boolean tools = asked.messages().stream()
                .flatMap(message -> message.parts().stream())
                .anyMatch(part -> part instanceof ContentPart.ToolCall || part instanceof ContentPart.ToolResult);
        if (tools && !profile.allows(Feature.TOOLS)) {
            throw new InputException(asked.model() + " cannot be sent the tool calls of earlier messages: leave them"
                    + " out, or choose another model");
        }
    }

    /** Where a model has no system role, its text begins the first message of the user. */
    private List<Message> messages() {
        List<Message> system = asked.messages().stream()
                .filter(Message.System.class::isInstance)
                .toList();
        if (system.isEmpty() || profile.allows(Feature.SYSTEM)) {
            return asked.messages();
        }
        var rest = new ArrayList<>(asked.messages());
        rest.removeAll(system);
        String text = system.stream().map(Message::text).collect(Collectors.joining("\n\n"));
        if (!rest.isEmpty() && rest.getFirst() instanceof Message.User user) {
            List<ContentPart> parts = new ArrayList<>(user.parts());
            parts.addFirst(new ContentPart.Text(text + "\n\n"));
            rest.set(0, new Message.User(parts));
        } else {
            rest.addFirst(new Message.User(List.of(new ContentPart.Text(text))));
        }
        adjust("messages", "system text", "at the head of the first user message", "the model has no system role");
        return rest;
    }

    private List<Tool> tools() {
        if (!asked.tools().isEmpty() && !profile.allows(Feature.TOOLS)) {
            String names = asked.tools().stream().map(Tool::name).collect(Collectors.joining(", "));
            adjustments.add(new Adjustment("tools", names, null, "tools cannot be sent to this model"));
            return List.of();
        }
        return asked.tools();
    }

    private ToolChoice choice() {
        ToolChoice choice = asked.toolChoice();
        boolean forced = choice instanceof ToolChoice.Required || choice instanceof ToolChoice.Named;
        if (forced && !profile.allows(Feature.FORCED_TOOLS)) {
            String name = choice instanceof ToolChoice.Named named ? named.name() : "required";
            adjust("toolChoice", name, "auto", "the model cannot be made to call a tool");
            return ToolChoice.AUTO;
        }
        return choice;
    }

    private ResponseFormat format() {
        ResponseFormat format = asked.format();
        boolean schemas = profile.allows(Feature.JSON_SCHEMA) || profile.has(Feature.SCHEMA_BY_TOOL);
        if (format instanceof ResponseFormat.JsonSchema && !schemas) {
            boolean object = profile.allows(Feature.JSON_OBJECT);
            adjustments.add(new Adjustment(
                    "format", "JSON schema", object ? "JSON" : null, "the provider enforces no schema for this model"));
            return object ? new ResponseFormat.JsonObject() : ResponseFormat.TEXT;
        }
        if (format instanceof ResponseFormat.JsonObject && !profile.allows(Feature.JSON_OBJECT)) {
            adjustments.add(new Adjustment("format", "JSON", null, "the model has no JSON mode; only the prompt asks"));
            return ResponseFormat.TEXT;
        }
        return format;
    }

    private boolean stream() {
        if (asked.stream() && !profile.allows(Feature.STREAMING)) {
            adjust("stream", "true", "false", "the model does not stream");
            return false;
        }
        return asked.stream();
    }

    private void adjust(String parameter, String was, String sent, String reason) {
        adjustments.add(new Adjustment(parameter, was, sent, reason));
    }
}
