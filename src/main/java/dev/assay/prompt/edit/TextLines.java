package dev.assay.prompt.edit;

/** Finds the ends of lines in a text, whichever of LF, CRLF and CR they end with. */
final class TextLines {
    private TextLines() {}

    /** The offset at which the line around {@code offset} begins. */
    static int start(String text, int offset) {
        int at = offset;
        while (at > 0 && !isBreak(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The offset after the last character of the line around {@code offset}, before its line end. */
    static int end(String text, int offset) {
        int at = offset;
        while (at < text.length() && !isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset at which the line after the one around {@code offset} begins. */
    static int next(String text, int offset) {
        int end = end(text, offset);
        return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
    }

    /** The offset at which the line before the one that begins at {@code start} begins. */
    static int previous(String text, int start) {
        boolean crlf = start >= 2 && text.startsWith("\r\n", start - 2);
        return start == 0 ? 0 : start(text, start - (crlf ? 2 : 1));
    }

    /** The line end that a text uses first, LF where it has none. */
    static String eol(String text) {
        int end = end(text, 0);
        if (end == text.length()) {
            return "\n";
        }
        return text.startsWith("\r\n", end) ? "\r\n" : text.substring(end, end + 1);
    }

    /** Whether the line that begins at an offset holds a comment and nothing else. */
    static boolean isComment(String text, int start) {
        int at = start + indentation(text, start);
        return at < text.length() && text.charAt(at) == '#';
    }

    /** Whether the line that begins at an offset holds white space only. */
    static boolean isBlank(String text, int start) {
        return text.substring(start, end(text, start)).isBlank();
    }

    /** Number of blanks at the start of a line. */
    static int indentation(String text, int start) {
        int at = start;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - start;
    }

    /** The place of an offset in its line, from 0. */
    static int column(String text, int offset) {
        return offset - start(text, offset);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
