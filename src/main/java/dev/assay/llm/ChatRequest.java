package dev.assay.llm;

import java.util.List;

/**
 * Everything one call sends.
 *
 * @param model where it goes
 * @param messages the conversation; at least one message
 * @param parameters sampling parameters
 * @param format the form of answer wanted
 * @param stream whether the provider is asked to stream its answer
 */
public record ChatRequest(
        ModelId model, List<Message> messages, ModelParameters parameters, ResponseFormat format, boolean stream) {
    public ChatRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new InputException("There is nothing to send to " + model + ": the prompt has no message");
        }
    }
}
