package dev.assay.provider.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ContentPart.ToolCall;
import dev.assay.llm.ResponseFormat;
import dev.assay.provider.wire.WireJson;
import java.util.List;
import java.util.TreeMap;

/** The tool calls of one answer, told from the call of the tool that stands for a JSON schema. */
final class AnthropicToolCalls {
    private final String schemaTool;
    private final TreeMap<Integer, Draft> drafts = new TreeMap<>();

    /** One call as far as it has arrived. */
    private record Draft(String id, String name, StringBuilder arguments) {}

    AnthropicToolCalls(ChatRequest request) {
        schemaTool = request.format() instanceof ResponseFormat.JsonSchema schema ? schema.name() : "";
    }

    /** Reads a whole block; returns what of it is visible text. */
    String whole(JsonNode block) {
        if (!isTool(block)) {
            return "";
        }
        if (isSchema(block)) {
            return block.path("input").toString();
        }
        put(drafts.size(), block).append(block.path("input"));
        return "";
    }

    /** A block begins; its input follows in pieces. */
    void start(int index, JsonNode block) {
        if (isTool(block) && !isSchema(block)) {
            put(index, block);
        }
    }

    /** A piece of the input of a tool; returns what of it is visible text. */
    String delta(int index, String json) {
        Draft draft = drafts.get(index);
        if (draft == null) {
            return json;
        }
        draft.arguments.append(json);
        return "";
    }

    List<ToolCall> calls() {
        return drafts.values().stream()
                .map(draft -> new ToolCall(
                        draft.id, draft.name, draft.arguments.isEmpty() ? "{}" : draft.arguments.toString()))
                .toList();
    }

    /** Whether a block is a call that somebody is to make. */
    boolean has(JsonNode block) {
        return isTool(block) && !isSchema(block);
    }

    private StringBuilder put(int index, JsonNode block) {
        var draft =
                new Draft(WireJson.textOrEmpty(block, "id"), WireJson.textOrEmpty(block, "name"), new StringBuilder());
        drafts.put(index, draft);
        return draft.arguments;
    }

    private static boolean isTool(JsonNode block) {
        return "tool_use".equals(WireJson.text(block, "type"));
    }

    private boolean isSchema(JsonNode block) {
        return schemaTool.equals(WireJson.text(block, "name"));
    }
}
