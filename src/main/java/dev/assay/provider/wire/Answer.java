package dev.assay.provider.wire;

import dev.assay.llm.ContentPart;
import dev.assay.llm.ContentPart.ToolCall;
import dev.assay.llm.FinishReason;
import dev.assay.llm.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a wire protocol says of an answer, as far as it was read.
 *
 * @param text the visible text
 * @param reasoning the reasoning text
 * @param toolCalls the tools to be called
 * @param parts all of it as parts of a message, where some of them must go back as they are; else empty
 * @param finishReason why the model stopped
 * @param rawFinishReason the provider's own word, or null
 * @param usage tokens as reported
 * @param id the provider's id of the answer, or null
 * @param model the model that answered, or null
 */
public record Answer(
        String text,
        String reasoning,
        List<ToolCall> toolCalls,
        List<ContentPart> parts,
        FinishReason finishReason,
        @Nullable String rawFinishReason,
        Usage usage,
        @Nullable String id,
        @Nullable String model) {

    public Answer {
        toolCalls = List.copyOf(toolCalls);
        parts = List.copyOf(parts);
    }

    /** An answer of which nothing must go back as it is. */
    public Answer(
            String text,
            String reasoning,
            List<ToolCall> toolCalls,
            FinishReason finishReason,
            @Nullable String rawFinishReason,
            Usage usage,
            @Nullable String id,
            @Nullable String model) {
        this(text, reasoning, toolCalls, List.of(), finishReason, rawFinishReason, usage, id, model);
    }
}
