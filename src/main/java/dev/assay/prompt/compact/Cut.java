package dev.assay.prompt.compact;

import dev.assay.prompt.compact.body.PromptBody;
import dev.assay.prompt.source.SourceText;

/** Makes edits that take something out. */
final class Cut {
    private final PromptBody body;
    private final SourceText places;

    Cut(PromptBody body) {
        this.body = body;
        this.places = new SourceText("", body.source());
    }

    /** Takes out what stands between two offsets. */
    CompactEdit plain(int start, int end, String inserted, CompactRule rule, String reason) {
        return new CompactEdit(start, end, inserted, rule, reason, line(start));
    }

    /**
     * Takes out the lines that two offsets begin and end, with one of the blank lines around them where there is one on
     * both sides.
     */
    CompactEdit lines(int start, int end, CompactRule rule, String reason) {
        String source = body.source();
        int from = start;
        int to = end;
        boolean blankBefore = from == 0 || isBlankBefore(source, from);
        int nextEnd = lineEnd(source, to);
        boolean blankAfter = to < body.end() && source.substring(to, nextEnd).isBlank();
        if (blankBefore && blankAfter) {
            to = Math.min(nextEnd, body.end());
        } else if (to >= body.end()) {
            while (blankBefore && from > 0 && isBlankBefore(source, from)) {
                from = source.lastIndexOf('\n', beforeLineEnd(source, from) - 1) + 1;
            }
            // The last line may have no line end of its own: it takes the one before.
            from = from == 0 || source.startsWith("\n", to - 1) ? from : beforeLineEnd(source, from);
        }
        return new CompactEdit(from, to, "", rule, reason, line(start));
    }

    /** The line of the file that an offset is on, from 1. */
    int line(int offset) {
        return places.locate(offset).line();
    }

    private static boolean isBlankBefore(String source, int lineStart) {
        int end = beforeLineEnd(source, lineStart);
        return source.substring(source.lastIndexOf('\n', end - 1) + 1, end).isBlank();
    }

    private static int beforeLineEnd(String source, int lineStart) {
        return source.startsWith("\r\n", lineStart - 2) ? lineStart - 2 : lineStart - 1;
    }

    private static int lineEnd(String source, int offset) {
        int feed = source.indexOf('\n', offset);
        return feed < 0 ? source.length() : feed + 1;
    }
}
