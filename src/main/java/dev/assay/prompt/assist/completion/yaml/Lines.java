package dev.assay.prompt.assist.completion.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys and elements of YAML, told by lines and indentation alone. */
final class Lines {
    private final List<String> lines;

    Lines(List<String> lines) {
        this.lines = lines;
    }

    /** The keys around what is indented so far in a line; empty where there are none. */
    List<String> parents(int line, int indent) {
        Deque<String> parents = new ArrayDeque<>();
        int within = indent;
        for (int i = Math.min(line, lines.size()) - 1; i >= 0; i--) {
            int own = indentOf(lines.get(i));
            String key = keyOf(lines.get(i));
            if (key != null && own < within) {
                parents.push(key);
                within = own;
            }
        }
        return List.copyOf(parents);
    }

    /** The keys and elements beside a line, above and below it. */
    List<String> siblings(int line, int indent) {
        var siblings = new ArrayList<String>();
        for (int step : new int[] {-1, 1}) {
            for (int i = line + step; i >= 0 && i < lines.size(); i += step) {
                String other = lines.get(i);
                if (!other.isBlank() && indentOf(other) < indent) {
                    break;
                }
                String name = keyOf(other) == null ? elementOf(other) : keyOf(other);
                if (name != null && indentOf(other) == indent) {
                    siblings.add(name);
                }
            }
        }
        return siblings;
    }

    /** Blanks before a line's key; a dash before it counts as one. */
    static int indentOf(String line) {
        int indent = line.length() - line.stripLeading().length();
        while (line.startsWith("- ", indent)) {
            indent += 2;
        }
        return indent;
    }

    /** The key of a line, or null. */
    static @Nullable String keyOf(String line) {
        String content = line.substring(indentOf(line)).strip();
        int colon = content.endsWith(":") ? content.length() - 1 : content.indexOf(": ");
        boolean flow = content.startsWith("{") || content.startsWith("[");
        return colon <= 0 || flow || content.startsWith("#") ? null : content.substring(0, colon);
    }

    private static @Nullable String elementOf(String line) {
        String content = line.substring(indentOf(line)).strip();
        return line.stripLeading().startsWith("- ") && !content.isEmpty() ? content : null;
    }
}
