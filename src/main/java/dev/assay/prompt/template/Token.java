package dev.assay.prompt.template;

/**
 * A word or sign inside a tag.
 *
 * @param kind what it is
 * @param start offset of the first character in the file
 * @param end offset after the last character
 * @param text the value: without the quotes of a string and the brackets of a segment
 */
public record Token(Kind kind, int start, int end, String text) {

    /** The kinds of token. */
    public enum Kind {
        /** A name, or one of {@code true false null undefined else as this}. */
        WORD,
        NUMBER,
        STRING,
        /** {@code [any name]}. */
        SEGMENT,
        /** {@code .} or {@code /}. */
        DOT,
        DOT_DOT,
        AT,
        OPEN_PAREN,
        CLOSE_PAREN,
        EQUALS,
        PIPE,
        /** Anything that cannot stand in a tag. */
        INVALID
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether this is a string whose closing quote is missing. */
    boolean isOpenString() {
        return kind == Kind.INVALID && (text.startsWith("\"") || text.startsWith("'"));
    }

    /** Whether this is the name {@code word}. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
