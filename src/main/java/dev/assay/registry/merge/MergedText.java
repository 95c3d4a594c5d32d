package dev.assay.registry.merge;

import java.util.ArrayList;
import java.util.List;

/**
 * Two texts joined: stretches on which both agree, and conflicts between them.
 *
 * @param parts in the order of the text
 */
public record MergedText(List<Part> parts) {
    public MergedText {
        parts = List.copyOf(parts);
    }

    /** A stretch of the text. */
    public sealed interface Part permits Agreed, Conflict {}

    /** Text that needs no decision; whole lines. */
    public record Agreed(String text) implements Part {}

    /**
     * Both sides changed the same thing in different ways. The texts are whole lines; empty where that side has none.
     *
     * @param key the front-matter key that it is about, by the keys that lead to it; empty for lines of a text
     * @param base as both began
     * @param ours as the current branch has it
     * @param theirs as the other branch has it
     */
    public record Conflict(List<String> key, String base, String ours, String theirs) implements Part {
        public Conflict {
            key = List.copyOf(key);
        }

        /** The key as people write it, such as {@code config.temperature}; empty for lines of a text. */
        public String name() {
            return String.join(".", key);
        }

        /** What one side has for the key, without the key itself; the lines as they are where there is no key. */
        public String value(String side) {
            String text = side.strip();
            int colon = key.isEmpty() ? -1 : text.indexOf(':');
            return colon < 0 ? text : text.substring(colon + 1).strip();
        }
    }

    /** Whether nothing is left to decide. */
    public boolean isClean() {
        return conflicts().isEmpty();
    }

    /** What is left to decide. */
    public List<Conflict> conflicts() {
        return parts.stream()
                .filter(Conflict.class::isInstance)
                .map(Conflict.class::cast)
                .toList();
    }

    /** The text where every conflict is settled in one way. */
    public String settled(Choice choice) {
        return settled(conflicts().stream().map(choice::of).toList());
    }

    /** The text with an answer for each conflict, in their order. */
    public String settled(List<String> answers) {
        var text = new StringBuilder();
        int next = 0;
        for (Part part : parts) {
            text.append(
                    switch (part) {
                        case Agreed agreed -> agreed.text();
                        case Conflict conflict -> answers.get(next++);
                    });
        }
        return text.toString();
    }

    /** The text with git's markers around each conflict. */
    public String withMarkers(String oursName, String theirsName) {
        return settled(conflicts().stream()
                .map(conflict -> "<<<<<<< " + oursName + "\n" + closed(conflict.ours()) + "=======\n"
                        + closed(conflict.theirs()) + ">>>>>>> " + theirsName + "\n")
                .toList());
    }

    /** The text with a line end after it, unless there is none of it. */
    static String closed(String lines) {
        return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
    }

    /** One text from several that follow one another. */
    static MergedText of(List<MergedText> texts) {
        var parts = new ArrayList<Part>();
        texts.forEach(text -> parts.addAll(text.parts()));
        return new MergedText(parts);
    }

    static MergedText agreed(String text) {
        return new MergedText(text.isEmpty() ? List.of() : List.of(new Agreed(text)));
    }
}
