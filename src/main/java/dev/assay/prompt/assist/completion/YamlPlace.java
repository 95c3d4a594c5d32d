package dev.assay.prompt.assist.completion;

import dev.assay.prompt.assist.ParsedPrompt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in front matter, found by lines and indentation alone, so that it is right while the YAML is broken.
 *
 * @param parents the keys that lead to it
 * @param key the key before the colon, where the place lies in a value; else null
 * @param wordStart offset of the word that ends at the place
 * @param typed what has been typed of the word
 * @param indent number of blanks before the line's key
 * @param siblings keys and elements beside it on the same level
 * @param flow whether it lies between brackets or braces, where all stands on one line
 */
record YamlPlace(
        List<String> parents,
        @Nullable String key,
        int wordStart,
        String typed,
        int indent,
        List<String> siblings,
        boolean flow) {

    static @Nullable YamlPlace at(ParsedPrompt prompt, int offset) {
        String text = prompt.text();
        int lineStart = Math.max(prompt.layout().yamlStart(), text.lastIndexOf('\n', offset - 1) + 1);
        String before = text.substring(Math.min(lineStart, offset), offset);
        int indent = before.length() - before.stripLeading().length();
        String content = before.substring(indent);
        if (content.startsWith("#") || content.contains(" #")) {
            return null;
        }
        while (content.startsWith("- ")) {
            indent += 2;
            content = content.substring(2);
        }
        List<String> lines = text.substring(
                        prompt.layout().yamlStart(), prompt.layout().yamlEnd())
                .lines()
                .toList();
        int line = (int)
                text.substring(prompt.layout().yamlStart(), lineStart).lines().count();
        List<String> parents = parents(lines.subList(0, Math.min(line, lines.size())), indent);
        int colon = content.indexOf(": ");
        boolean value = colon >= 0;
        if (value && FlowPlace.begins(content.substring(colon + 2))) {
            FlowPlace flow = FlowPlace.of(parents, content.substring(0, colon), content.substring(colon + 2));
            if (flow != null) {
                return new YamlPlace(
                        flow.parents(),
                        flow.key(),
                        offset - flow.typed().length(),
                        flow.typed(),
                        indent,
                        flow.siblings(),
                        true);
            }
        }
        String word = value ? content.substring(colon + 2).stripLeading() : content;
        return new YamlPlace(
                parents,
                value ? content.substring(0, colon) : null,
                offset - word.length(),
                word,
                indent,
                siblings(lines, line, indent),
                false);
    }

    private static List<String> parents(List<String> above, int indent) {
        Deque<String> parents = new ArrayDeque<>();
        int within = indent;
        for (String line : above.reversed()) {
            int own = indentOf(line);
            String key = keyOf(line);
            if (key != null && own < within && !line.isBlank()) {
                parents.push(key);
                within = own;
            }
        }
        return List.copyOf(parents);
    }

    private static List<String> siblings(List<String> lines, int line, int indent) {
        var siblings = new ArrayList<String>();
        for (int step : new int[] {-1, 1}) {
            for (int i = line + step; i >= 0 && i < lines.size(); i += step) {
                if (!lines.get(i).isBlank() && indentOf(lines.get(i)) < indent) {
                    break;
                }
                String key = keyOf(lines.get(i));
                if (key != null && indentOf(lines.get(i)) == indent) {
                    siblings.add(key);
                }
            }
        }
        return siblings;
    }

    private static int indentOf(String line) {
        int indent = line.length() - line.stripLeading().length();
        return line.startsWith("- ", indent) ? indent + 2 : indent;
    }

    private static @Nullable String keyOf(String line) {
        String content = line.substring(indentOf(line)).strip();
        int colon = content.endsWith(":") ? content.length() - 1 : content.indexOf(": ");
        return colon <= 0 || content.startsWith("#") ? null : content.substring(0, colon);
    }

    /** Whether the parents are these. */
    boolean isBelow(String... keys) {
        return parents.equals(List.of(keys));
    }

    /** Whether the parents begin with these. */
    boolean isInside(String... keys) {
        return parents.size() >= keys.length && parents.subList(0, keys.length).equals(List.of(keys));
    }
}
