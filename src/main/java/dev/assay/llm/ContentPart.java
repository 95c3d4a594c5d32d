package dev.assay.llm;

import org.jspecify.annotations.Nullable;

/** A piece of a message. */
public sealed interface ContentPart {

    /** Plain text, possibly empty. */
    record Text(String text) implements ContentPart {}

    /**
     * An image or other medium, by reference.
     *
     * @param url an absolute address or a {@code data:} URL
     * @param contentType the media type, or null where the author named none
     */
    record Media(String url, @Nullable String contentType) implements ContentPart {}

    /**
     * A model's wish to have a tool called.
     *
     * @param id names the call, so that its result can be told; may be empty where the provider gives none
     * @param name the tool
     * @param arguments JSON as the model wrote it, so possibly not valid
     */
    record ToolCall(String id, String name, String arguments) implements ContentPart {

        /** The call as people read it. */
        public String shown() {
            return "[call of " + name + " " + arguments + "]";
        }
    }

    /**
     * What a tool gave back.
     *
     * @param callId the {@link ToolCall#id()} it answers
     * @param name the tool
     * @param content the result, as text
     * @param error whether the tool failed
     */
    record ToolResult(String callId, String name, String content, boolean error) implements ContentPart {}

    /**
     * Reasoning that a model showed, to be sent back untouched to the provider it came from.
     *
     * @param text the reasoning, or what stands for it where the provider hides it
     * @param signature the provider's proof that it is unchanged, or null
     * @param redacted whether {@code text} is a cipher that only the provider reads
     * @param id the provider's name of it, or null where it has none
     */
    record Reasoning(
            String text,
            @Nullable String signature,
            boolean redacted,
            @Nullable String id) implements ContentPart {

        /** Reasoning without a name. */
        public Reasoning(String text, @Nullable String signature, boolean redacted) {
            this(text, signature, redacted, null);
        }
    }
}
