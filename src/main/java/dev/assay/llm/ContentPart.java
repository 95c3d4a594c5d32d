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
}
