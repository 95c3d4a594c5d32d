package dev.assay.ui.prompts.preview;

import dev.assay.llm.Message;
import dev.assay.pricing.CallEstimate;
import dev.assay.pricing.TokenCount;
import java.util.List;

/**
 * What would be sent.
 *
 * @param messages in order, each with its tokens
 * @param total tokens of the whole conversation, the overhead of each message included
 * @param calls what one call of each chosen model comes to, the first being the one that is tried
 */
public record Preview(List<Part> messages, TokenCount total, List<CallEstimate> calls) {
    /**
     * One message.
     *
     * @param message as it would be sent
     * @param tokens of its text
     */
    public record Part(Message message, TokenCount tokens) {}

    public Preview {
        messages = List.copyOf(messages);
        calls = List.copyOf(calls);
    }
}
