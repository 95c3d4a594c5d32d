package dev.assay.prompt.compact.body;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between two marks that begin messages.
 *
 * @param text the whole file, with {@link #TAG} for every character of a tag or raw block
 * @param from offset of the first character
 * @param to offset after the last one
 * @param lines in order, without gaps; a tag of several lines is part of one line
 */
public record Stretch(String text, int from, int to, List<BodyLine> lines) {
    /** Stands for a character of a tag; it is not white space. */
    public static final char TAG = '\ue000';

    public Stretch {
        lines = List.copyOf(lines);
    }

    static Stretch of(String text, int from, int to) {
        var lines = new ArrayList<BodyLine>();
        int start = from;
        while (start < to) {
            int feed = text.indexOf('\n', start);
            boolean closed = feed >= 0 && feed < to;
            int next = closed ? feed + 1 : to;
            int end = closed ? feed : to;
            lines.add(new BodyLine(start, closed && end > start && text.charAt(end - 1) == '\r' ? end - 1 : end, next));
            start = next;
        }
        return new Stretch(text, from, to, lines);
    }

    /** The text of a line without its line end. */
    public String text(BodyLine line) {
        return text.substring(line.start(), line.end());
    }

    /** Whether a line holds white space only. */
    public boolean isBlank(BodyLine line) {
        return text(line).isBlank();
    }

    /** Blanks and tabs at the start of a line. */
    public int indentation(BodyLine line) {
        int at = line.start();
        while (at < line.end() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at - line.start();
    }
}
