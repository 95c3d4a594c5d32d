package dev.assay.prompt.print;

/** Writes text so that a template prints exactly it: braces are escaped, or stand in a raw block where they cannot be. */
final class TextEscapes {
    /** Prints nothing, and keeps what stands on its two sides apart. */
    static final String BARRIER = raw("");

    private static final String BRACES = "{{";

    private TextEscapes() {}

    /**
     * The text as it must be written.
     *
     * @param beforeTag a tag follows at once, with which a brace or backslash at the end would join
     */
    static String write(String text, boolean beforeTag) {
        var written = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isSpecial(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                written.append(run(text.substring(at, end), beforeTag && end == text.length()));
                at = end;
            } else {
                written.append(text.charAt(at++));
            }
        }
        return written.toString();
    }

    private static boolean isSpecial(char c) {
        return c == '{' || c == '\\';
    }

    /** Braces and backslashes in a row. */
    private static String run(String run, boolean beforeTag) {
        if (run.contains("\\" + BRACES) || (beforeTag && endsWithOddBrace(run))) {
            return raw(run);
        }
        String escaped = run.replace(BRACES, "\\" + BRACES);
        return beforeTag && run.endsWith("\\") ? escaped + "\\" : escaped;
    }

    private static boolean endsWithOddBrace(String run) {
        int braces = run.length() - (run.lastIndexOf('\\') + 1);
        return braces % 2 == 1;
    }

    private static String raw(String text) {
        return "{{{{raw}}}}" + text + "{{{{/raw}}}}";
    }
}
