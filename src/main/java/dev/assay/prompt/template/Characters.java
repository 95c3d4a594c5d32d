package dev.assay.prompt.template;

/** Which characters may stand where. */
public final class Characters {
    private static final String NOT_IN_NAMES = "!\"#%&'()*+,./;<=>@[\\]^`{|}~";

    private Characters() {}

    /** White space as JavaScript sees it, which the format is defined by. */
    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff' || c == '\u2007' || c == '\u202f';
    }

    /** Whether the character ends a line. */
    public static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    /** Whether the character may stand in a name without brackets. */
    public static boolean isName(char c) {
        return !isSpace(c) && c > ' ' && NOT_IN_NAMES.indexOf(c) < 0;
    }
}
