package dev.assay.prompt.assist;

import dev.assay.llm.InputException;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of text to replace.
 *
 * @param start offset of the first character, from 0
 * @param end offset after the last character; equals {@code start} to insert
 * @param replacement what stands there afterwards
 */
public record Replacement(int start, int end, String replacement) {
    public Replacement {
        if (start < 0 || end < start) {
            throw new InputException("An edit from " + start + " to " + end + " is no stretch of a text");
        }
    }

    /** The text after all edits; offsets count in the text before, and no two edits overlap. */
    public static String apply(String text, List<Replacement> edits) {
        var result = new StringBuilder(text);
        inverse(edits).forEach(edit -> result.replace(edit.start, edit.end, edit.replacement));
        return result.toString();
    }

    /** Where a place in the text is after the edits, from top to bottom; it stays with what follows it. */
    public static int moved(int position, List<Replacement> edits) {
        int moved = position;
        for (Replacement edit : edits) {
            if (edit.end <= position) {
                moved += edit.replacement.length() - (edit.end - edit.start);
            } else if (edit.start < position) {
                moved -= position - edit.start;
            }
        }
        return moved;
    }

    /** The edits from the last place to the first, so that each leaves the offsets of those after it alone. */
    public static List<Replacement> inverse(List<Replacement> edits) {
        return edits.stream()
                .sorted(Comparator.comparingInt(Replacement::start).reversed())
                .toList();
    }
}
