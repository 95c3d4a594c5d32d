package dev.assay.prompt;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import java.util.List;

/**
 * A prompt with its values filled in: the exact messages.
 *
 * @param messages in order; empty where the template renders to nothing
 * @param parameters those of the front matter's {@code config}
 * @param format that of the front matter's {@code output}
 */
public record RenderedPrompt(List<Message> messages, ModelParameters parameters, ResponseFormat format) {
    public RenderedPrompt {
        messages = List.copyOf(messages);
    }

    /**
     * The request that sends this prompt.
     *
     * @param overrides parameters that take precedence over those of the front matter
     */
    public ChatRequest toRequest(ModelId model, ModelParameters overrides, boolean stream) {
        return new ChatRequest(model, messages, parameters.overriddenBy(overrides), format, stream);
    }
}
