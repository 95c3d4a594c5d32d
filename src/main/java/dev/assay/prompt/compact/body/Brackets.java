package dev.assay.prompt.compact.body;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * JSON and the like: what stands between braces or brackets of several lines. A brace that nothing closes reaches to the end
 * of the message, for template tags may hide its end.
 */
final class Brackets implements Guard {
    @Override
    public void protect(Stretch stretch, BitSet kept) {
        String text = stretch.text();
        Deque<Integer> open = new ArrayDeque<>();
        int braces = 0;
        for (int at = stretch.from(); at < stretch.to(); at++) {
            char c = text.charAt(at);
            if (c == '"' && !open.isEmpty()) {
                at = stringEnd(text, at, stretch.to());
            } else if (c == '{' || c == '[') {
                open.push(at);
                braces += c == '{' ? 1 : 0;
            } else if (c == '}' && braces > 0 || c == ']' && open.size() > braces) {
                int start = open.pop();
                // A bracket of prose, as in [0, 1), is closed by nothing and must not hide the brace around it.
                while (text.charAt(start) != (c == '}' ? '{' : '[')) {
                    braces -= text.charAt(start) == '{' ? 1 : 0;
                    start = open.pop();
                }
                braces -= c == '}' ? 1 : 0;
                closed(stretch, start, at, kept);
            }
        }
        open.stream()
                .filter(start -> text.charAt(start) == '{')
                .min(Integer::compare)
                .ifPresent(start -> kept.set(lineStart(text, start, stretch.from()), stretch.to()));
    }

    private static void closed(Stretch stretch, int start, int end, BitSet kept) {
        int feed = stretch.text().indexOf('\n', start);
        if (feed >= 0 && feed < end) {
            kept.set(lineStart(stretch.text(), start, stretch.from()), end + 1);
        } else if (stretch.text().charAt(start) == '{') {
            kept.set(start, end + 1);
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
