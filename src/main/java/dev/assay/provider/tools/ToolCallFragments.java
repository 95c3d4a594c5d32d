package dev.assay.provider.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ContentPart.ToolCall;
import dev.assay.provider.wire.WireJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts tool calls together that arrive in fragments. Servers number them, use one number for all, or none; fragments of
 * several calls may be mixed.
 */
public final class ToolCallFragments {
    private static final int NO_INDEX = -1;

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Integer, Draft> byIndex = new HashMap<>();

    /** One call as far as it has arrived. */
    private static final class Draft {
        private String id = "";
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
    }

    /** Adds what one event, or a whole answer, holds of tool calls. */
    public void add(JsonNode calls) {
        calls.forEach(this::fragment);
    }

    private void fragment(JsonNode fragment) {
        String id = WireJson.textOrEmpty(fragment, "id");
        JsonNode function = fragment.path("function");
        String name = WireJson.textOrEmpty(function, "name");
        Draft draft = draft(fragment.path("index").asInt(NO_INDEX), id, name);
        draft.id = id.isEmpty() ? draft.id : id;
        draft.name = name.isEmpty() || name.equals(draft.name) ? draft.name : draft.name + name;
        JsonNode arguments = function.path("arguments");
        draft.arguments.append(arguments.isObject() ? arguments.toString() : arguments.asText(""));
    }

    /** The call that a fragment belongs to: a new id opens a new one, also under a number that was used before. */
    private Draft draft(int index, String id, String name) {
        Draft known = index == NO_INDEX ? last() : byIndex.get(index);
        boolean other = known != null && !id.isEmpty() && !known.id.isEmpty() && !id.equals(known.id);
        boolean named = index == NO_INDEX && known != null && id.isEmpty() && !name.isEmpty() && !known.name.isEmpty();
        if (other) {
            Draft earlier = withId(id);
            if (earlier != null) {
                byIndex.put(index, earlier);
                return earlier;
            }
        }
        if (known != null && !other && !named) {
            return known;
        }
        var opened = new Draft();
        drafts.add(opened);
        byIndex.put(index, opened);
        return opened;
    }

    private @Nullable Draft last() {
        return drafts.isEmpty() ? null : drafts.getLast();
    }

    private @Nullable Draft withId(String id) {
        return drafts.stream().filter(draft -> draft.id.equals(id)).findFirst().orElse(null);
    }

    /** Whether there is none yet. */
    public boolean isEmpty() {
        return drafts.isEmpty();
    }

    /** The calls in the order in which they were begun. */
    public List<ToolCall> calls() {
        return drafts.stream()
                .map(draft -> new ToolCall(
                        draft.id, draft.name, draft.arguments.isEmpty() ? "{}" : draft.arguments.toString()))
                .toList();
    }
}
