package dev.assay.ui.prompts.preview;

import dev.assay.llm.Message;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import dev.assay.pricing.CallEstimate;
import dev.assay.pricing.TokenCount;
import java.util.List;

/**
 * What would be sent.
 *
 * @param messages in order, each with its tokens
 * @param tools that go along, each with its tokens
 * @param toolChoice whether the model is to call them
 * @param total tokens of the whole conversation, the overhead of each message and the tools included
 * @param calls what one call of each chosen model comes to, the first being the one that is tried
 */
public record Preview(
        List<Part> messages, List<ToolPart> tools, ToolChoice toolChoice, TokenCount total, List<CallEstimate> calls) {
    /**
     * One message.
     *
     * @param message as it would be sent
     * @param tokens of its text
     */
    public record Part(Message message, TokenCount tokens) {}

    /**
     * One tool.
     *
     * @param tool as it would be sent
     * @param tokens of its name, description and schema; an estimate
     */
    public record ToolPart(Tool tool, TokenCount tokens) {}

    public Preview {
        tools = List.copyOf(tools);
        messages = List.copyOf(messages);
        calls = List.copyOf(calls);
    }
}
