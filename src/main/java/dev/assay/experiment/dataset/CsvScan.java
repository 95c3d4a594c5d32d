package dev.assay.experiment.dataset;

import dev.assay.llm.InputException;
import dev.assay.llm.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** Finds where rows and values of a table begin and end, the same ones that the reader of datasets finds. */
final class CsvScan {
    private final String file;
    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private int from;
    private int line = 1;
    private int lineStart;

    CsvScan(String file, String text, char separator) {
        this.file = file;
        this.text = text;
        this.separator = separator;
    }

    /** All rows with the header; lines without a value are no rows. Throws {@link InputException} at a broken quote. */
    List<Row> rows() {
        int at = 0;
        while (at < text.length()) {
            int start = at;
            int startLine = line;
            int end = rowEnd(at);
            int stop = lineEnd(text, end);
            if (!isBlank(start, end)) {
                rows.add(new Row(text, from, start, end, stop, startLine));
                from = stop;
            }
            if (stop > end) {
                line++;
                lineStart = stop;
            }
            at = stop;
        }
        return rows;
    }

    /** The blank lines after the last row; known once the rows are. */
    String tail() {
        return text.substring(from);
    }

    private int rowEnd(int start) {
        int at = start;
        while (true) {
            int end = valueEnd(text, at, text.length(), separator);
            if (at < text.length() && text.charAt(at) == '"') {
                requireClosed(at, end);
            }
            if (end >= text.length() || text.charAt(end) != separator) {
                return end;
            }
            at = end + 1;
        }
    }

    private void requireClosed(int quote, int end) {
        int close = closing(text, quote, text.length());
        if (close < 0) {
            throw new InputException(
                    place(quote), "The quotes that open here are never closed: close them, or write them twice");
        }
        for (int i = close + 1; i < end; i++) {
            if (text.charAt(i) > ' ') {
                throw new InputException(
                        place(quote),
                        "The value that begins here goes on after its quotes: write quotes inside it twice");
            }
        }
        for (int i = text.indexOf('\n', quote); i >= 0 && i < close; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
    }

    private SourceLocation place(int at) {
        return new SourceLocation(file, line, at - lineStart + 1);
    }

    /** A single value without a word in it, which a blank line is. */
    private boolean isBlank(int start, int end) {
        boolean quoted = start < end && text.charAt(start) == '"';
        int close = quoted ? closing(text, start, end) : end;
        for (int i = quoted ? start + 1 : start; i < end; i++) {
            char c = text.charAt(i);
            boolean word = !Character.isWhitespace(c) && i != close;
            boolean second = c == separator && (!quoted || i > close);
            if (word || second) {
                return false;
            }
        }
        return true;
    }

    /** Where the value that begins here ends: at a separator, a line end or the limit. */
    static int valueEnd(String text, int start, int limit, char separator) {
        int at = start;
        if (at < limit && text.charAt(at) == '"') {
            int close = closing(text, at, limit);
            at = close < 0 ? limit : close + 1;
        }
        while (at < limit && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    /** The quote that closes the one at this place, or -1. */
    private static int closing(String text, int quote, int limit) {
        int at = text.indexOf('"', quote + 1);
        while (at >= 0 && at < limit) {
            if (at + 1 >= limit || text.charAt(at + 1) != '"') {
                return at;
            }
            at = text.indexOf('"', at + 2);
        }
        return -1;
    }

    private static int lineEnd(String text, int end) {
        if (end >= text.length()) {
            return end;
        }
        boolean both = text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
        return end + (both ? 2 : 1);
    }
}
