package dev.assay.prompt.compact;

import java.util.Locale;

/** Why a part of a prompt may go. */
public enum CompactRule {
    /** White space before a line end. */
    TRAILING_SPACE,
    /** More than one blank line in a row. */
    BLANK_LINES,
    /** More than one blank in a row within a line. */
    REPEATED_SPACE,
    /** A line or sentence that stood there before. */
    REPEATED_INSTRUCTION,
    /** An example that stood there before. */
    REPEATED_EXAMPLE,
    /** A partial that was included before. */
    REPEATED_PARTIAL,
    /** A partial that renders to nothing. */
    EMPTY_PARTIAL,
    /** What a language model wrote instead. */
    REWRITE;

    /** The name as it is printed: {@code trailing-space}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it changes nothing but white space. */
    public boolean isSpaceOnly() {
        return this == TRAILING_SPACE || this == BLANK_LINES || this == REPEATED_SPACE;
    }
}
