package dev.assay.prompt;

import dev.assay.llm.ChatRequest;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Tool;
import dev.assay.llm.ToolChoice;
import java.util.List;

/**
 * A prompt with its values filled in: the exact messages.
 *
 * @param messages in order; empty where the template renders to nothing
 * @param parameters those of the front matter's {@code config}
 * @param tools those of the front matter; may be empty
 * @param toolChoice whether the model is to call them
 * @param format that of the front matter's {@code output}
 */
public record RenderedPrompt(
        List<Message> messages,
        ModelParameters parameters,
        List<Tool> tools,
        ToolChoice toolChoice,
        ResponseFormat format) {
    public RenderedPrompt {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** The messages of a template. */
    RenderedPrompt(List<Message> messages, PromptTemplate template) {
        this(messages, template.parameters(), template.tools(), template.toolChoice(), template.format());
    }

    /**
     * The request that sends this prompt.
     *
     * @param overrides parameters that take precedence over those of the front matter
     */
    public ChatRequest toRequest(ModelId model, ModelParameters overrides, boolean stream) {
        return new ChatRequest(model, messages, parameters.overriddenBy(overrides), format, stream)
                .withTools(tools, toolChoice);
    }
}
