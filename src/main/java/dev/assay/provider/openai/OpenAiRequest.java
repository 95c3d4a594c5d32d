package dev.assay.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.ToolChoice;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.tools.FunctionTools;
import dev.assay.provider.wire.WireJson;
import dev.assay.provider.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one request. Used once. */
final class OpenAiRequest {
    private final ChatRequest request;
    private final Quirks quirks;
    private final ModelProfile profile;
    private final ObjectNode body = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    OpenAiRequest(ChatRequest request, Quirks quirks, ModelProfile profile) {
        this.request = request;
        this.quirks = quirks;
        this.profile = profile;
    }

    /**
     * Writes it.
     *
     * @param asksForUsage whether a stream is asked to end with its usage
     */
    WireRequest write(boolean asksForUsage) {
        body.put("model", request.model().model());
        var messages = new ChatMessages(request.model(), quirks, body.putArray("messages"));
        request.messages().forEach(messages::write);
        tools();
        parameters(request.parameters());
        format(request.format());
        body.put("stream", request.stream());
        if (request.stream() && asksForUsage) {
            body.putObject("stream_options").put("include_usage", true);
        } else if (request.stream() && quirks.asksForUsage()) {
            adjustments.add(new Adjustment(
                    "stream_options.include_usage", "true", null, "the server refuses it, so usage may be missing"));
        }
        return new WireRequest(body, adjustments);
    }

    private void parameters(ModelParameters asked) {
        put("temperature", asked.temperature());
        put("top_p", asked.topP());
        put("frequency_penalty", asked.frequencyPenalty());
        put("presence_penalty", asked.presencePenalty());
        if (asked.topK() != null) {
            body.put("top_k", asked.topK());
        }
        if (asked.maxOutputTokens() != null) {
            body.put(quirks.capField(profile), asked.maxOutputTokens());
        }
        if (asked.seed() != null) {
            body.put(quirks.seedField(), asked.seed());
        }
        if (!asked.stop().isEmpty()) {
            ArrayNode texts = body.putArray("stop");
            asked.stop().forEach(texts::add);
        }
        if (asked.contextTokens() != null) {
            adjustments.add(new Adjustment(
                    "contextTokens",
                    asked.contextTokens().toString(),
                    null,
                    "this protocol cannot set the context size"));
        }
        if (asked.likeliest() != null) {
            body.put("logprobs", true).put("top_logprobs", asked.likeliest());
        }
        effort(asked.reasoningEffort());
    }

    private void put(String field, @Nullable Double value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private void effort(@Nullable ReasoningEffort effort) {
        if (effort == null) {
            return;
        }
        switch (quirks.effort()) {
            case WORD -> body.put("reasoning_effort", effort.word());
            case OBJECT -> body.putObject("reasoning").put("effort", effort.word());
            case SWITCH -> {
                boolean on = effort != ReasoningEffort.NONE;
                body.putObject("thinking").put("type", on ? "enabled" : "disabled");
                if (on) {
                    body.put("reasoning_effort", effort.word());
                }
            }
        }
    }

    private void tools() {
        FunctionTools.write(request.tools(), body);
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
                body.putObject("tool_choice")
                        .put("type", "function")
                        .putObject("function")
                        .put("name", named.name());
        }
    }

    private void format(ResponseFormat format) {
        switch (format) {
            case ResponseFormat.PlainText text -> {}
            case ResponseFormat.JsonObject json ->
                body.putObject("response_format").put("type", "json_object");
            case ResponseFormat.JsonSchema schema -> {
                JsonNode shape = WireJson.schema("Schema", schema.name(), schema.schema());
                ObjectNode wanted = body.putObject("response_format").put("type", "json_schema");
                wanted.putObject("json_schema")
                        .put("name", schema.name())
                        .put("strict", StrictSchema.allows(shape))
                        .set("schema", shape);
            }
        }
    }
}
