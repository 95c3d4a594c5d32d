package dev.assay.prompt;

import dev.assay.prompt.frontmatter.FileLayout;

/** Colours front matter line by line, so that it stays right while the YAML is being typed. */
final class FrontMatterSpans {
    private final String text;
    private final SpanList spans;
    private int blockIndent = -1;

    private FrontMatterSpans(String text, SpanList spans) {
        this.text = text;
        this.spans = spans;
    }

    static void add(String text, FileLayout layout, SpanList spans) {
        var colours = new FrontMatterSpans(text, spans);
        colours.prologue(layout.openStart());
        spans.add(layout.openStart(), layout.openEnd(), SyntaxKind.FRONT_MATTER_FENCE);
        colours.lines(layout.yamlStart(), layout.yamlEnd());
        spans.add(layout.yamlEnd(), layout.closeEnd(), SyntaxKind.FRONT_MATTER_FENCE);
    }

    private void prologue(int end) {
        for (int start = 0; start < end; start = nextLine(start, end)) {
            int first = firstCharacter(start, end);
            if (first < end && text.charAt(first) == '#') {
                spans.add(first, lineEnd(first, end), SyntaxKind.COMMENT);
            }
        }
    }

    private void lines(int from, int to) {
        for (int start = from; start < to; start = nextLine(start, to)) {
            int end = lineEnd(start, to);
            int first = firstCharacter(start, end);
            if (first < end) {
                line(start, first, end);
            }
        }
    }

    private void line(int start, int first, int end) {
        if (blockIndent >= 0 && first - start > blockIndent) {
            spans.add(first, end, SyntaxKind.FRONT_MATTER_VALUE);
            return;
        }
        blockIndent = -1;
        int at = first;
        while (text.startsWith("- ", at) && at < end) {
            at = firstCharacter(at + 1, end);
        }
        int key = keyEnd(at, end);
        if (key < 0) {
            value(at, end);
            return;
        }
        spans.add(at, key, SyntaxKind.FRONT_MATTER_KEY);
        int value = firstCharacter(key + 1, end);
        if (value < end && (text.charAt(value) == '|' || text.charAt(value) == '>')) {
            blockIndent = at - start;
        }
        value(value, end);
    }

    /** The colon that ends a key, or -1. */
    private int keyEnd(int from, int end) {
        char quote = from < end && (text.charAt(from) == '"' || text.charAt(from) == '\'') ? text.charAt(from) : 0;
        for (int i = quote == 0 ? from : from + 1; i < end; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '#' && (i == from || isBlank(text.charAt(i - 1)))) {
                return -1;
            } else if (c == ':' && (i + 1 >= end || isBlank(text.charAt(i + 1)))) {
                return i;
            }
        }
        return -1;
    }

    private void value(int start, int end) {
        int comment = commentStart(start, end);
        int valueEnd = comment;
        while (valueEnd > start && isBlank(text.charAt(valueEnd - 1))) {
            valueEnd--;
        }
        if (valueEnd > start) {
            spans.add(start, valueEnd, kind(text.substring(start, valueEnd)));
        }
        spans.add(comment, end, SyntaxKind.COMMENT);
    }

    private int commentStart(int start, int end) {
        char quote = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean opens = i == start || "[{,: ".indexOf(text.charAt(i - 1)) >= 0;
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && opens) {
                quote = c;
            } else if (c == '#' && (i == start || isBlank(text.charAt(i - 1)))) {
                return i;
            }
        }
        return end;
    }

    private static SyntaxKind kind(String value) {
        char first = value.charAt(0);
        if (first == '"' || first == '\'') {
            return SyntaxKind.STRING;
        }
        boolean number = (Character.isDigit(first) || first == '-')
                && value.length() > (first == '-' ? 1 : 0)
                && value.chars().skip(1).allMatch(c -> Character.isDigit(c) || c == '.' || c == 'e');
        return number ? SyntaxKind.NUMBER : SyntaxKind.FRONT_MATTER_VALUE;
    }

    private int firstCharacter(int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return Math.min(at, end);
    }

    private int lineEnd(int from, int limit) {
        int at = from;
        while (at < limit && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int nextLine(int from, int limit) {
        return lineEnd(from, limit) + 1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\ufeff';
    }
}
