package dev.assay.provider.cohere;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.llm.Adjustment;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ReasoningEffort;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.provider.profile.ThinkingBudget;
import dev.assay.provider.tools.FunctionTools;
import dev.assay.provider.wire.WireJson;
import dev.assay.provider.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one request. Used once. */
final class CohereRequest {
    private static final double LEAST_P = 0.01;
    private static final double MOST_P = 0.99;
    private static final int MOST_K = 500;
    private static final int MOST_STOPS = 5;
    private final ChatRequest request;
    private final ObjectNode body = WireJson.object();
    private final List<Adjustment> adjustments = new ArrayList<>();

    CohereRequest(ChatRequest request) {
        this.request = request;
    }

    WireRequest write() {
        body.put("model", request.model().model());
        ArrayNode messages = body.putArray("messages");
        var writer = new CohereMessages(request.model(), messages);
        request.messages().forEach(writer::write);
        tools();
        parameters(request.parameters());
        thinking(request.parameters().reasoningEffort());
        format(request.format());
        body.put("stream", request.stream());
        return new WireRequest(body, adjustments);
    }

    /** A tool cannot be named in this protocol: it is the only one offered where it must be called. */
    private void tools() {
        List<Tool> offered = request.tools();
        switch (request.toolChoice()) {
            case ToolChoice.Auto auto -> {}
            case ToolChoice.None none -> choice("NONE");
            case ToolChoice.Required required -> choice("REQUIRED");
            case ToolChoice.Named named -> {
                offered = offered.stream()
                        .filter(tool -> tool.name().equals(named.name()))
                        .toList();
                choice("REQUIRED");
                adjust("toolChoice", named.name(), "required, of this tool alone", "Cohere cannot be told a name");
            }
        }
        FunctionTools.write(offered, body);
    }

    private void choice(String word) {
        if (!request.tools().isEmpty()) {
            body.put("tool_choice", word);
        }
    }

    private void thinking(@Nullable ReasoningEffort effort) {
        if (effort == null) {
            return;
        }
        ObjectNode thinking = body.putObject("thinking");
        if (effort == ReasoningEffort.NONE) {
            thinking.put("type", "disabled");
            return;
        }
        int budget = ThinkingBudget.tokens(effort);
        thinking.put("type", "enabled").put("token_budget", budget);
        adjustments.add(ThinkingBudget.adjustment(effort, budget));
    }

    private void penalty(String field, String parameter, @Nullable Double asked) {
        if (asked == null) {
            return;
        }
        double sent = Math.clamp(asked, 0.0, 1.0);
        body.put(field, sent);
        if (sent != asked) {
            adjust(parameter, asked, sent, "Cohere takes 0 to 1");
        }
    }

    private void parameters(ModelParameters asked) {
        if (asked.temperature() != null) {
            body.put("temperature", asked.temperature());
        }
        if (asked.maxOutputTokens() != null) {
            body.put("max_tokens", asked.maxOutputTokens());
        }
        if (asked.seed() != null) {
            body.put("seed", asked.seed());
        }
        penalty("frequency_penalty", "frequencyPenalty", asked.frequencyPenalty());
        penalty("presence_penalty", "presencePenalty", asked.presencePenalty());
        nucleus(asked.topP());
        candidates(asked.topK());
        stop(asked.stop());
        if (asked.contextTokens() != null) {
            adjust("contextTokens", asked.contextTokens(), null, "this protocol cannot set the context size");
        }
    }

    private void nucleus(@Nullable Double asked) {
        if (asked == null) {
            return;
        }
        double sent = Math.clamp(asked, LEAST_P, MOST_P);
        body.put("p", sent);
        if (sent != asked) {
            adjust("topP", asked, sent, "Cohere takes 0.01 to 0.99");
        }
    }

    private void candidates(@Nullable Integer asked) {
        if (asked == null) {
            return;
        }
        int sent = Math.min(asked, MOST_K);
        body.put("k", sent);
        if (sent != asked) {
            adjust("topK", asked, sent, "Cohere takes 500 at most");
        }
    }

    private void stop(List<String> asked) {
        if (asked.isEmpty()) {
            return;
        }
        List<String> sent = asked.subList(0, Math.min(asked.size(), MOST_STOPS));
        ArrayNode texts = body.putArray("stop_sequences");
        sent.forEach(texts::add);
        if (sent.size() < asked.size()) {
            adjust("stop", asked, sent, "Cohere takes five stop texts at most");
        }
    }

    private void adjust(String parameter, Object asked, @Nullable Object sent, String reason) {
        adjustments.add(new Adjustment(parameter, asked.toString(), sent == null ? null : sent.toString(), reason));
    }

    private void format(ResponseFormat format) {
        if (format instanceof ResponseFormat.PlainText) {
            return;
        }
        if (body.has("tools")) {
            adjust("format", "JSON", null, "Cohere takes no form of answer beside tools");
            return;
        }
        ObjectNode wanted = body.putObject("response_format").put("type", "json_object");
        if (format instanceof ResponseFormat.JsonSchema schema) {
            wanted.set("json_schema", WireJson.schema("Schema", schema.name(), schema.schema()));
        }
    }
}
