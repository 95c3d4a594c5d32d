package dev.assay.prompt.template;

import java.util.List;

/** A stretch of a template before blocks are matched: text or a tag. Pieces follow each other without gaps. */
public sealed interface Piece {

    /** Offset of the first character in the file. */
    int start();

    /** Offset after the last character. */
    int end();

    /**
     * Text to print.
     *
     * @param value the text without the backslashes of escapes
     */
    record Text(int start, int end, String value) implements Piece {}

    /**
     * A tag in double or triple braces.
     *
     * @param contentStart offset after the braces and signs that open it
     * @param contentEnd offset of the braces that close it; equals {@code end} where they are missing
     * @param stripLeft has {@code ~} on its left
     * @param stripRight has {@code ~} on its right
     * @param tokens what stands in it; empty for comments
     */
    record Tag(
            TagKind kind,
            int start,
            int end,
            int contentStart,
            int contentEnd,
            boolean stripLeft,
            boolean stripRight,
            List<Token> tokens)
            implements Piece {
        public Tag {
            tokens = List.copyOf(tokens);
        }
    }

    /**
     * A raw block: {@code {{{{raw}}}} text {{{{/raw}}}}}.
     *
     * @param name the name in its opening tag
     * @param contentStart offset of the text in it
     * @param contentEnd offset after that text
     */
    record Raw(int start, int end, String name, int contentStart, int contentEnd) implements Piece {}

    /** What a tag does. */
    enum TagKind {
        /** {@code {{x}}}. */
        OUTPUT,
        /** {@code {{#x}}}. */
        OPEN,
        /** {@code {{^x}}}. */
        OPEN_INVERSE,
        /** {@code {{else}}} or {@code {{^}}}. */
        ELSE,
        /** {@code {{else if x}}}. */
        ELSE_CHAIN,
        /** {@code {{/x}}}. */
        CLOSE,
        /** {@code {{> x}}}. */
        PARTIAL,
        COMMENT,
        /** Handlebars that has no meaning here: {@code {{#> x}}}, {@code {{#*x}}}, {@code {{*x}}}. */
        UNSUPPORTED
    }
}
