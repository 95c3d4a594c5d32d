package dev.assay.prompt.assist.completion;

import dev.assay.prompt.assist.Replacement;

/**
 * Something that may be written at a place.
 *
 * @param kind what it is
 * @param label how it is listed
 * @param type its type in a word or two; may be empty
 * @param description what it is for, one line; may be empty
 * @param edit puts it into the text
 * @param caret offset of the caret after the edit
 */
public record Completion(Kind kind, String label, String type, String description, Replacement edit, int caret) {
    /** What is completed. */
    public enum Kind {
        VARIABLE,
        PARAMETER,
        FIELD,
        DATA,
        HELPER,
        BLOCK,
        CLOSER,
        PARTIAL,
        MODEL,
        KEY,
        VALUE
    }
}
