package dev.assay.prompt.assist.completion.yaml;

import dev.assay.prompt.assist.ParsedPrompt;
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
 * @param flow whether it lies between brackets or braces
 */
public record YamlPlace(
        List<String> parents,
        @Nullable String key,
        int wordStart,
        String typed,
        int indent,
        List<String> siblings,
        boolean flow) {

    /** The place at an offset of the front matter; null inside a comment. */
    public static @Nullable YamlPlace at(ParsedPrompt prompt, int offset) {
        String text = prompt.text();
        int yamlStart = prompt.layout().yamlStart();
        int lineStart = Math.max(yamlStart, text.lastIndexOf('\n', offset - 1) + 1);
        String before = text.substring(Math.min(lineStart, offset), offset);
        if (before.stripLeading().startsWith("#") || before.contains(" #")) {
            return null;
        }
        List<String> above =
                List.of(text.substring(Math.min(yamlStart, offset), offset).split("\\R", -1));
        OpenFlow open = OpenFlow.at(
                above, text.substring(offset, Math.max(offset, prompt.layout().yamlEnd())));
        return open == null ? block(prompt, offset, lineStart, before) : inFlow(open, offset);
    }

    private static YamlPlace inFlow(OpenFlow open, int offset) {
        FlowPlace flow = open.place();
        return new YamlPlace(
                flow.parents(),
                flow.key(),
                offset - flow.typed().length(),
                flow.typed(),
                open.indent(),
                flow.siblings(),
                true);
    }

    private static YamlPlace block(ParsedPrompt prompt, int offset, int lineStart, String before) {
        int yamlStart = prompt.layout().yamlStart();
        int indent = Lines.indentOf(before);
        String content = before.substring(indent);
        var lines = new Lines(prompt.text()
                .substring(yamlStart, prompt.layout().yamlEnd())
                .lines()
                .toList());
        int line = (int) prompt.text().substring(yamlStart, lineStart).lines().count();
        int colon = content.indexOf(": ");
        boolean value = colon >= 0;
        String word = value ? content.substring(colon + 2).stripLeading() : content;
        return new YamlPlace(
                lines.parents(line, indent),
                value ? content.substring(0, colon) : null,
                offset - word.length(),
                word,
                indent,
                lines.siblings(line, indent),
                false);
    }

    /** Whether the parents are these. */
    public boolean isBelow(String... keys) {
        return parents.equals(List.of(keys));
    }

    /** Whether the parents begin with these. */
    public boolean isInside(String... keys) {
        return parents.size() >= keys.length && parents.subList(0, keys.length).equals(List.of(keys));
    }
}
