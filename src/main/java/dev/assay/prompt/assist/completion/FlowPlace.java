package dev.assay.prompt.assist.completion;

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
 * @param typed what has been typed of the word
 * @param siblings keys and elements before it in the same brackets
 */
record FlowPlace(List<String> parents, @Nullable String key, String typed, List<String> siblings) {

    /** One pair of brackets around the place. */
    private static final class Level {
        final String key;
        final List<String> siblings = new ArrayList<>();

        Level(String key) {
            this.key = key;
        }
    }

    static boolean begins(String value) {
        return value.stripLeading().startsWith("[") || value.stripLeading().startsWith("{");
    }

    /**
     * The place at the end of a value, or null where its brackets are closed.
     *
     * @param parents the keys around the value's key
     * @param value from after the colon up to the place
     */
    static @Nullable FlowPlace of(List<String> parents, String key, String value) {
        Deque<Level> levels = new ArrayDeque<>();
        String pending = key;
        int start = 0;
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == '{') {
                levels.push(new Level(pending));
                pending = "";
                start = i + 1;
            } else if (levels.isEmpty()) {
                continue;
            } else if (c == ':' && i + 1 < value.length() && value.charAt(i + 1) == ' ') {
                pending = value.substring(start, i).strip();
                levels.element().siblings.add(pending);
                start = i + 2;
            } else if (c == ',' || c == ']' || c == '}') {
                levels.element().siblings.add(value.substring(start, i).strip());
                pending = "";
                start = i + 1;
                if (c != ',') {
                    levels.pop();
                }
            }
        }
        if (levels.isEmpty()) {
            return null;
        }
        var path = new ArrayList<>(parents);
        levels.reversed().forEach(level -> path.add(level.key));
        path.removeIf(String::isEmpty);
        String typed = value.substring(Math.min(start, value.length())).stripLeading();
        return new FlowPlace(path, pending.isEmpty() ? null : pending, typed, levels.element().siblings);
    }
}
