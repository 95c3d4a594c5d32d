package dev.assay.ui.prompts;

import dev.assay.llm.Message;
import dev.assay.pricing.Cost;
import dev.assay.pricing.TokenCount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be sent.
 *
 * @param messages in order, each with its tokens
 * @param total tokens of the whole conversation, the overhead of each message included
 * @param inputCost what sending it once costs, without the answer, or null where that is not known
 */
record Preview(
        List<Part> messages, TokenCount total, @Nullable Cost inputCost) {
    /**
     * One message.
     *
     * @param message as it would be sent
     * @param tokens of its text
     */
    record Part(Message message, TokenCount tokens) {}

    Preview {
        messages = List.copyOf(messages);
    }
}
