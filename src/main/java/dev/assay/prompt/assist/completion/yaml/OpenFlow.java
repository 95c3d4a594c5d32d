package dev.assay.prompt.assist.completion.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brackets or braces that a place lies in, whatever number of lines they span.
 *
 * @param line the line that opens them, counted from 0
 * @param indent number of blanks before that line's key
 * @param place what lies at the place
 */
record OpenFlow(int line, int indent, FlowPlace place) {

    /**
     * The outermost brackets that are open at the end of a text, or null. What follows them is indented further than
     * their key; that tells a list that is being typed from one that was never closed.
     *
     * @param before the lines up to the place, the last one perhaps in part
     * @param rest the text after the place
     */
    static @Nullable OpenFlow at(List<String> before, String rest) {
        OpenFlow found = null;
        int inner = Integer.MAX_VALUE;
        for (int i = before.size() - 1; i >= 0 && inner > 0; i--) {
            String line = before.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            int dash = line.length() - line.stripLeading().length();
            if (dash < inner) {
                OpenFlow open = opened(before, i, rest);
                found = open == null ? found : open;
            }
            if (!closes(line)) {
                inner = Math.min(inner, dash);
            }
        }
        return found;
    }

    private static boolean closes(String line) {
        String content = line.stripLeading();
        return content.startsWith("]") || content.startsWith("}");
    }

    private static @Nullable OpenFlow opened(List<String> before, int line, String rest) {
        String text = before.get(line);
        int indent = Lines.indentOf(text);
        String content = text.substring(indent);
        String key = Lines.keyOf(text);
        String value = key == null ? content : content.substring(key.length() + 1);
        if (!FlowPlace.begins(value)) {
            return null;
        }
        List<String> following = before.subList(line + 1, before.size());
        String whole = following.isEmpty() ? value : value + "\n" + String.join("\n", following);
        List<String> parents = new Lines(before).parents(line, indent);
        FlowPlace place = FlowPlace.of(parents, key == null ? "" : key, whole, rest);
        return place == null ? null : new OpenFlow(line, indent, place);
    }
}
