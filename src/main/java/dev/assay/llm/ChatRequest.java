package dev.assay.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one call sends.
 *
 * @param model where it goes
 * @param messages the conversation; at least one message
 * @param parameters sampling parameters
 * @param tools tools that the model may ask to have called; their names differ
 * @param toolChoice whether it is to call them; of no meaning without tools
 * @param format the form of answer wanted
 * @param stream whether the provider is asked to stream its answer
 * @param repeat which repetition of the same request this is, from 0; never sent, but a cache keeps repetitions apart
 * @param origin the prompt that it was made from, for routes that choose by it; never sent, and null where none asks
 */
public record ChatRequest(
        ModelId model,
        List<Message> messages,
        ModelParameters parameters,
        List<Tool> tools,
        ToolChoice toolChoice,
        ResponseFormat format,
        boolean stream,
        int repeat,
        @Nullable PromptOrigin origin) {
    public ChatRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (messages.isEmpty()) {
            throw new InputException("There is nothing to send to " + model + ": the prompt has no message");
        }
        if (tools.stream().map(Tool::name).distinct().count() < tools.size()) {
            throw new InputException("Two tools have the same name: "
                    + tools.stream().map(Tool::name).toList());
        }
    }

    /** A request of which nobody asks what prompt it was made from. */
    public ChatRequest(
            ModelId model,
            List<Message> messages,
            ModelParameters parameters,
            List<Tool> tools,
            ToolChoice toolChoice,
            ResponseFormat format,
            boolean stream,
            int repeat) {
        this(model, messages, parameters, tools, toolChoice, format, stream, repeat, null);
    }

    /** A request without tools, made once. */
    public ChatRequest(
            ModelId model, List<Message> messages, ModelParameters parameters, ResponseFormat format, boolean stream) {
        this(model, messages, parameters, List.of(), ToolChoice.AUTO, format, stream, 0);
    }

    /** The same request to another model. */
    public ChatRequest withModel(ModelId other) {
        return new ChatRequest(other, messages, parameters, tools, toolChoice, format, stream, repeat, origin);
    }

    /** The same request for an answer in one piece. */
    public ChatRequest whole() {
        return new ChatRequest(model, messages, parameters, tools, toolChoice, format, false, repeat, origin);
    }

    /** The same request with other parameters. */
    public ChatRequest withParameters(ModelParameters other) {
        return new ChatRequest(model, messages, other, tools, toolChoice, format, stream, repeat, origin);
    }

    /** The same request with tools. */
    public ChatRequest withTools(List<Tool> offered, ToolChoice choice) {
        return new ChatRequest(model, messages, parameters, offered, choice, format, stream, repeat, origin);
    }

    /** The same request as its nth repetition, from 0. */
    public ChatRequest withRepeat(int nth) {
        return new ChatRequest(model, messages, parameters, tools, toolChoice, format, stream, nth, origin);
    }

    /** The same request, made from that prompt. */
    public ChatRequest withOrigin(@Nullable PromptOrigin prompt) {
        return new ChatRequest(model, messages, parameters, tools, toolChoice, format, stream, repeat, prompt);
    }
}
