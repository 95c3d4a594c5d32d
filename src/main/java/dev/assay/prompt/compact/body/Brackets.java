package dev.assay.prompt.compact.body;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * JSON and the like: what stands between braces or brackets of several lines. A brace that nothing closes reaches to the end
 * of the message, for template tags may hide its end.
 */
final class Brackets implements Guard {
    private static final int LINES_OF_STRING = 1;

    @Override
    public void protect(Stretch stretch, BitSet kept) {
        String text = stretch.text();
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = stretch.from(); at < stretch.to(); at++) {
            char c = text.charAt(at);
            if (c == '"' && !open.isEmpty()) {
                at = stringEnd(text, at, stretch.to());
            } else if (c == '{' || c == '[') {
                open.push(at);
            } else if ((c == '}' || c == ']') && !open.isEmpty()) {
                close(stretch, c == '}' ? '{' : '[', open, at, kept);
            }
        }
        open.stream()
                .filter(start -> text.charAt(start) == '{')
                .min(Integer::compare)
                .ifPresent(start -> kept.set(lineStart(text, start, stretch.from()), stretch.to()));
    }

    private static void close(Stretch stretch, char opening, Deque<Integer> open, int at, BitSet kept) {
        // A bracket of prose, as in [0, 1), is closed by nothing and must not hide the brace around it.
        if (open.stream().noneMatch(start -> stretch.text().charAt(start) == opening)) {
            return;
        }
        int start = open.pop();
        while (stretch.text().charAt(start) != opening) {
            start = open.pop();
        }
        String inside = stretch.text().substring(start, at);
        if (inside.lines().count() > LINES_OF_STRING) {
            kept.set(lineStart(stretch.text(), start, stretch.from()), at + 1);
        } else if (opening == '{') {
            kept.set(start, at + 1);
        }
    }

    /** The closing quote of a string, or the opening one where it does not close on its line. */
    private static int stringEnd(String text, int open, int limit) {
        for (int at = open + 1; at < limit && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '"') {
                return at;
            }
        }
        return open;
    }

    private static int lineStart(String text, int offset, int least) {
        return Math.max(least, text.lastIndexOf('\n', offset) + 1);
    }
}
