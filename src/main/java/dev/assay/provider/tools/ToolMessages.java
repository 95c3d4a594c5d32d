package dev.assay.provider.tools;

import dev.assay.llm.ContentPart;
import dev.assay.llm.ContentPart.ToolCall;
import dev.assay.llm.ContentPart.ToolResult;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import java.util.List;

/** Tool calls and their results as parts of a conversation. */
public final class ToolMessages {
    private ToolMessages() {}

    /** The results that a message of role tool holds. Throws {@link InputException} where there is none. */
    public static List<ToolResult> results(ModelId model, Message message) {
        List<ToolResult> results = parts(message, ToolResult.class);
        if (results.isEmpty()) {
            throw new InputException(model + ": a message of role tool cannot be sent: it answers a tool call"
                    + " that this conversation does not hold");
        }
        return results;
    }

    /** The parts of one kind. */
    public static <T extends ContentPart> List<T> parts(Message message, Class<T> type) {
        return message.parts().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** How a call is named: one that came without an id is known by its tool. */
    public static String id(ToolCall call) {
        return call.id().isEmpty() ? call.name() : call.id();
    }

    /** How the call that a result answers is named. */
    public static String id(ToolResult result) {
        return result.callId().isEmpty() ? result.name() : result.callId();
    }
}
