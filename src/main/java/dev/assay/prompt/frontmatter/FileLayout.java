package dev.assay.prompt.frontmatter;

import dev.assay.prompt.source.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Where front matter and body of a prompt file stand. All components are offsets.
 *
 * @param openStart the fence above the front matter; equals {@code openEnd} where there is none
 * @param openEnd after that fence, without its line end
 * @param yamlStart the YAML text
 * @param yamlEnd after the YAML text
 * @param closeEnd after the fence below, without its line end
 * @param bodyStart the text of the prompt
 * @param bodyEnd after it; white space around a body below front matter does not belong to it
 * @param closed the fence below is there
 */
public record FileLayout(
        int openStart,
        int openEnd,
        int yamlStart,
        int yamlEnd,
        int closeEnd,
        int bodyStart,
        int bodyEnd,
        boolean closed) {

    /** Whether the file has front matter. */
    public boolean hasFrontMatter() {
        return openEnd > openStart;
    }

    /** Finds the parts of a file. Blank lines and lines that begin with {@code #} may stand above the front matter. */
    public static FileLayout of(String text) {
        int start = text.startsWith("\ufeff") ? 1 : 0;
        Line line = lineAt(text, start);
        while (line != null && (line.isBlank() || text.charAt(line.start) == '#')) {
            line = line.next(text);
        }
        if (line == null || !line.isFence(text)) {
            return new FileLayout(start, start, start, start, start, start, text.length(), true);
        }
        Line open = line;
        Line close = open.next(text);
        while (close != null && !close.isFence(text)) {
            close = close.next(text);
        }
        return close == null ? unclosed(text, open) : closed(text, open, close);
    }

    /** Finds the parts as a dialect sees them: the first implementation of the format takes unusual frames for text. */
    public static FileLayout of(String text, Dialect dialect) {
        var layout = of(text);
        boolean marked = text.startsWith("\ufeff");
        boolean unusual = layout.hasFrontMatter()
                && (!layout.closed || layout.closeEnd == text.length() || layout.yamlStart == layout.yamlEnd);
        return !dialect.isStrict() && (marked || unusual) ? withoutFrontMatter(text) : layout;
    }

    /** The layout of a file that is nothing but body. */
    public static FileLayout withoutFrontMatter(String text) {
        return new FileLayout(0, 0, 0, 0, 0, 0, text.length(), true);
    }

    private static FileLayout closed(String text, Line open, Line close) {
        int from = close.next;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return new FileLayout(open.start, open.trimmedEnd, open.next, close.start, close.trimmedEnd, from, to, true);
    }

    private static FileLayout unclosed(String text, Line open) {
        int end = text.length();
        return new FileLayout(open.start, open.trimmedEnd, open.next, end, end, end, end, false);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }

    /** A line: {@code next} is where the following one starts. */
    private record Line(int start, int trimmedEnd, int next) {
        boolean isBlank() {
            return trimmedEnd == start;
        }

        boolean isFence(String text) {
            return trimmedEnd - start == 3 && text.startsWith("---", start);
        }

        @Nullable
        Line next(String text) {
            return lineAt(text, next);
        }
    }

    private static @Nullable Line lineAt(String text, int start) {
        if (start >= text.length()) {
            return null;
        }
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        int next = text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
        int trimmed = end;
        while (trimmed > start && Character.isWhitespace(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        return new Line(start, trimmed, next);
    }
}
