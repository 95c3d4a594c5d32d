package dev.assay.provider.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ContentPart;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.provider.profile.ModelProfile;
import dev.assay.provider.profile.Thinking;
import dev.assay.provider.profile.ThinkingBudget;
import dev.assay.provider.wire.DataUrl;
import dev.assay.provider.wire.WireJson;
import dev.assay.provider.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one request. Used once. */
final class GeminiRequest {
    private final ChatRequest request;
    private final ModelProfile profile;
    private final ObjectNode body = WireJson.object();
    private final ObjectNode config = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    GeminiRequest(ChatRequest request, ModelProfile profile) {
        this.request = request;
        this.profile = profile;
    }

    WireRequest write() {
        system();
        contents();
        GeminiTools.write(request, body);
        parameters(request.parameters());
        format(request.format());
        if (!config.isEmpty()) {
            body.set("generationConfig", config);
        }
        return new WireRequest(body, adjustments);
    }

    /** System messages have a place of their own, before the conversation. */
    private void system() {
        List<Message> system = request.messages().stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .toList();
        if (system.isEmpty()) {
            return;
        }
        String text = system.stream().map(Message::text).collect(Collectors.joining("\n\n"));
        body.putObject("systemInstruction").putArray("parts").addObject().put("text", text);
        boolean leading = request.messages().subList(0, system.size()).equals(system);
        if (!leading) {
            adjustments.add(new Adjustment(
                    "messages", "system between others", "system first", "Gemini takes system text first only"));
        }
    }

    private void contents() {
        ArrayNode contents = body.putArray("contents");
        for (Message message : request.messages()) {
            switch (message.role()) {
                case SYSTEM -> {}
                case USER -> contents.add(content("user", message));
                case ASSISTANT -> contents.add(content("model", message));
                case TOOL -> contents.add(results(message));
            }
        }
        if (contents.isEmpty()) {
            throw new InputException(request.model() + ": Gemini needs a message of role user beside the system text");
        }
    }

    private ObjectNode results(Message message) {
        if (message.parts().stream().noneMatch(ContentPart.ToolResult.class::isInstance)) {
            throw new InputException(request.model() + ": a message of role tool cannot be sent: it answers a"
                    + " tool call that this conversation does not hold");
        }
        return content("user", message);
    }

    /** Reasoning goes back as the signature of the part that follows it, which is how the protocol knows it. */
    private static ObjectNode content(String role, Message message) {
        ObjectNode node = WireJson.object().put("role", role);
        ArrayNode parts = node.putArray("parts");
        String signature = null;
        for (ContentPart part : message.parts()) {
            if (part instanceof ContentPart.Reasoning reasoning) {
                signature = reasoning.signature();
                continue;
            }
            ObjectNode written = part(part);
            if (signature != null) {
                written.put("thoughtSignature", signature);
                signature = null;
            }
            parts.add(written);
        }
        if (signature != null) {
            parts.addObject().put("text", "").put("thoughtSignature", signature);
        }
        return node;
    }

    private static ObjectNode part(ContentPart part) {
        ObjectNode node = WireJson.object();
        switch (part) {
            case ContentPart.Text text -> node.put("text", text.text());
            case ContentPart.Media media ->
                DataUrl.parse(media.url())
                        .ifPresentOrElse(
                                data -> node.putObject("inlineData")
                                        .put("mimeType", data.mediaType())
                                        .put("data", data.base64()),
                                () -> file(node.putObject("fileData"), media));
            case ContentPart.ToolCall call -> node.set("functionCall", GeminiTools.call(call));
            case ContentPart.ToolResult result -> node.set("functionResponse", GeminiTools.result(result));
            case ContentPart.Reasoning reasoning -> {}
        }
        return node;
    }

    private static void file(ObjectNode file, ContentPart.Media media) {
        if (media.contentType() != null) {
            file.put("mimeType", media.contentType());
        }
        file.put("fileUri", media.url());
    }

    private void parameters(ModelParameters asked) {
        put("temperature", asked.temperature());
        put("topP", asked.topP());
        if (asked.topK() != null) {
            config.put("topK", asked.topK());
        }
        if (asked.maxOutputTokens() != null) {
            config.put("maxOutputTokens", asked.maxOutputTokens());
        }
        put("frequencyPenalty", asked.frequencyPenalty());
        put("presencePenalty", asked.presencePenalty());
        thinking(asked.reasoningEffort());
        seed(asked.seed());
        if (!asked.stop().isEmpty()) {
            ArrayNode texts = config.putArray("stopSequences");
            asked.stop().forEach(texts::add);
        }
        if (asked.contextTokens() != null) {
            drop("contextTokens", asked.contextTokens(), "this protocol cannot set the context size");
        }
    }

    private void put(String field, @Nullable Double value) {
        if (value != null) {
            config.put(field, value);
        }
    }

    /** Older models are given a number of tokens, newer ones a word. */
    private void thinking(@Nullable ReasoningEffort effort) {
        if (effort == null) {
            return;
        }
        ObjectNode thinking = config.putObject("thinkingConfig");
        thinking.put("includeThoughts", effort != ReasoningEffort.NONE);
        if (profile.thinking() == Thinking.BUDGET || effort == ReasoningEffort.NONE) {
            int budget = ThinkingBudget.tokens(effort);
            thinking.put("thinkingBudget", budget);
            if (effort != ReasoningEffort.NONE) {
                adjustments.add(ThinkingBudget.adjustment(effort, budget));
            }
            return;
        }
        thinking.put("thinkingLevel", effort.word());
    }

    private void seed(@Nullable Long seed) {
        if (seed == null) {
            return;
        }
        if (seed.intValue() == seed) {
            config.put("seed", seed.intValue());
        } else {
            drop("seed", seed, "Gemini takes seeds of 32 bits only");
        }
    }

    private void drop(String parameter, Object asked, String reason) {
        adjustments.add(new Adjustment(parameter, asked.toString(), null, reason));
    }

    private void format(ResponseFormat format) {
        if (format instanceof ResponseFormat.PlainText) {
            return;
        }
        config.put("responseMimeType", "application/json");
        if (format instanceof ResponseFormat.JsonSchema schema) {
            config.set("responseJsonSchema", WireJson.schema("Schema", schema.name(), schema.schema()));
        }
    }
}
