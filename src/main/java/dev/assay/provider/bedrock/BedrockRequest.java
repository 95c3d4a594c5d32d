package dev.assay.provider.bedrock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.provider.wire.WireJson;
import dev.assay.provider.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one request. Used once. */
final class BedrockRequest {
    private final ChatRequest request;
    private final ObjectNode body = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    BedrockRequest(ChatRequest request) {
        this.request = request;
    }

    WireRequest write() {
        ArrayNode messages = body.putArray("messages");
        var writer = new BedrockMessages(request.model(), messages);
        request.messages().stream()
                .filter(message -> message.role() != Role.SYSTEM)
                .forEach(writer::write);
        if (messages.isEmpty()) {
            throw new InputException(request.model() + ": Bedrock needs a message of role user beside the system text");
        }
        system();
        new BedrockTools(request, adjustments).write(body);
        parameters(request.parameters());
        effort(request.parameters().reasoningEffort());
        format(request.format());
        return new WireRequest(body, adjustments);
    }

    /** System messages have a place of their own, before the conversation. */
    private void system() {
        List<Message> system = request.messages().stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .toList();
        system.stream()
                .filter(message -> !message.text().isBlank())
                .forEach(message -> body.withArray("system").addObject().put("text", message.text()));
        if (!request.messages().subList(0, system.size()).equals(system)) {
            adjustments.add(new Adjustment(
                    "messages", "system between others", "system first", "Bedrock takes system text first only"));
        }
    }

    private void parameters(ModelParameters asked) {
        ObjectNode config = WireJson.object();
        if (asked.maxOutputTokens() != null) {
            config.put("maxTokens", asked.maxOutputTokens());
        }
        if (asked.temperature() != null) {
            config.put("temperature", asked.temperature());
        }
        if (asked.topP() != null) {
            config.put("topP", asked.topP());
        }
        asked.stop().forEach(text -> config.withArray("stopSequences").add(text));
        if (!config.isEmpty()) {
            body.set("inferenceConfig", config);
        }
        candidates(asked.topK());
        drop("seed", asked.seed(), "Bedrock takes no seed");
        drop("frequencyPenalty", asked.frequencyPenalty(), "Bedrock takes no penalties");
        drop("presencePenalty", asked.presencePenalty(), "Bedrock takes no penalties");
        drop("contextTokens", asked.contextTokens(), "this protocol cannot set the context size");
    }

    /** What one maker's models alone know stands beside the protocol, by the maker's own name for it. */
    private void candidates(@Nullable Integer asked) {
        if (asked != null && request.model().model().contains("anthropic.")) {
            body.putObject("additionalModelRequestFields").put("top_k", asked);
        } else {
            drop("topK", asked, "Bedrock has no field for it that all models know");
        }
    }

    private void effort(@Nullable ReasoningEffort asked) {
        if (asked == ReasoningEffort.NONE) {
            drop(
                    "reasoningEffort",
                    asked.word(),
                    "Bedrock's least effort is low: where it is not told, the model decides");
        } else if (asked != null) {
            ReasoningEffort sent = asked == ReasoningEffort.MINIMAL ? ReasoningEffort.LOW : asked;
            body.withObject("/outputConfig").put("effort", sent.word());
            if (sent != asked) {
                adjustments.add(new Adjustment(
                        "reasoningEffort",
                        asked.word(),
                        sent.word(),
                        "Bedrock knows low, medium, high, xhigh and max"));
            }
        }
    }

    private void drop(String parameter, @Nullable Object asked, String reason) {
        if (asked != null) {
            adjustments.add(new Adjustment(parameter, asked.toString(), null, reason));
        }
    }

    /** A schema is handed over as a text. */
    private void format(ResponseFormat format) {
        switch (format) {
            case ResponseFormat.PlainText text -> {}
            case ResponseFormat.JsonObject json -> drop("format", "JSON", "Bedrock knows JSON with a schema only");
            case ResponseFormat.JsonSchema schema -> {
                ObjectNode textFormat = body.withObject("/outputConfig").putObject("textFormat");
                textFormat.put("type", "json_schema");
                textFormat
                        .putObject("structure")
                        .putObject("jsonSchema")
                        .put("name", schema.name())
                        .put(
                                "schema",
                                WireJson.schema("Schema", schema.name(), schema.schema())
                                        .toString());
            }
        }
    }
}
