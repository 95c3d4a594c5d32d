package dev.assay.prompt.assist.completion.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place between brackets or braces of YAML, as in <code>tools: [find, so</code>.
 *
 * @param parents the keys that lead to it
 * @param key the key before the colon, where the place lies in a value; else null
 * @param typed what has been typed of the word, without an opening quote
 * @param siblings keys and elements beside it in the same brackets
 */
record FlowPlace(List<String> parents, @Nullable String key, String typed, List<String> siblings) {

    static boolean begins(String value) {
        return value.stripLeading().startsWith("[") || value.stripLeading().startsWith("{");
    }

    /**
     * The place at the end of a value, or null where its brackets are closed, or in a comment.
     *
     * @param parents the keys around the value's key
     * @param key the value's key; empty for an element of a list
     * @param value from after the colon up to the place
     * @param rest the text after the place
     */
    static @Nullable FlowPlace of(List<String> parents, String key, String value, String rest) {
        var scan = new FlowScan(key);
        scan.read(value);
        if (scan.levels.isEmpty() || scan.inComment) {
            return null;
        }
        var path = new ArrayList<>(parents);
        scan.levels.reversed().forEach(level -> path.add(level.key));
        path.removeIf(String::isEmpty);
        int start = Math.max(Math.min(scan.start, value.length()), value.lastIndexOf('\n') + 1);
        String typed = value.substring(start).stripLeading();
        boolean quoted = typed.startsWith("\"") || typed.startsWith("'");
        String pending = scan.pending;
        var siblings = new ArrayList<>(scan.levels.element().siblings);
        siblings.addAll(after(rest));
        return new FlowPlace(path, pending.isEmpty() ? null : pending, quoted ? typed.substring(1) : typed, siblings);
    }

    /** The keys and elements that follow in the same brackets; none where these are not closed in good order. */
    private static List<String> after(String rest) {
        int comma = rest.indexOf(',');
        int close = Math.max(rest.indexOf(']'), rest.indexOf('}'));
        if (comma < 0 || close >= 0 && close < comma) {
            return List.of();
        }
        var scan = new FlowScan("");
        scan.read("[" + rest.substring(comma + 1));
        return scan.outermost;
    }

    /** One pair of brackets around a place. */
    private static final class Level {
        final String key;
        final List<String> siblings = new ArrayList<>();

        Level(String key) {
            this.key = key;
        }
    }

    /** Reads a value from its opening bracket on. */
    private static final class FlowScan {
        final Deque<Level> levels = new ArrayDeque<>();
        List<String> outermost = List.of();
        String pending;
        int start;
        boolean inComment;
        private char quote;
        private char before = ' ';

        FlowScan(String key) {
            pending = key;
        }

        void read(String value) {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (inComment) {
                    inComment = c != '\n';
                    start = inComment ? start : i + 1;
                } else if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '#' && Character.isWhitespace(before)) {
                    inComment = true;
                } else if (!step(value, i, c)) {
                    return;
                }
                before = c;
            }
        }

        /** Whether the brackets go on. */
        private boolean step(String value, int i, char c) {
            boolean fresh =
                    levels.isEmpty() || value.substring(Math.min(start, i), i).isBlank();
            if ((c == '"' || c == '\'') && fresh) {
                quote = c;
            } else if (c == '[' || c == '{') {
                levels.push(new Level(pending));
                pending = "";
                start = i + 1;
            } else if (levels.isEmpty()) {
                return true;
            } else if (c == ':' && endsKey(value, i)) {
                pending = word(value, i);
                levels.element().siblings.add(pending);
                start = i + 1;
            } else if (c == ',' || c == ']' || c == '}') {
                end(value, i, c);
                return !levels.isEmpty();
            }
            return true;
        }

        private void end(String value, int i, char c) {
            String word = word(value, i);
            if (!word.isEmpty() && pending.isEmpty()) {
                levels.element().siblings.add(word);
            }
            pending = "";
            start = i + 1;
            if (c != ',') {
                Level closed = levels.pop();
                outermost = levels.isEmpty() ? closed.siblings : outermost;
            }
        }

        private boolean endsKey(String value, int i) {
            boolean quoted = before == '"' || before == '\'';
            return quoted || i + 1 < value.length() && Character.isWhitespace(value.charAt(i + 1));
        }

        private String word(String value, int end) {
            String word = value.substring(Math.min(start, end), end).strip();
            boolean quoted = word.length() > 1 && (word.startsWith("\"") || word.startsWith("'"));
            return quoted ? word.substring(1, word.length() - 1) : word;
        }
    }
}
