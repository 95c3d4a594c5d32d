package dev.assay.prompt.compact;

import dev.assay.prompt.edit.TextEdit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * What can be made shorter in a prompt.
 *
 * @param source the whole text of the file as it is
 * @param edits in order, without overlaps; each can be made without the others
 * @param notes what the user may want to know besides, a sentence each
 */
public record Compaction(String source, List<CompactEdit> edits, List<String> notes) {
    public Compaction {
        edits = edits.stream()
                .sorted(Comparator.comparingInt(CompactEdit::start))
                .toList();
        notes = List.copyOf(notes);
    }

    /**
     * What somebody wrote in a prompt's place, as one edit.
     *
     * @param by who wrote it
     */
    public static Compaction rewritten(String source, String after, String by) {
        TextEdit change = TextEdit.between(source, after);
        int line = 1
                + (int) source.substring(0, change.offset())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        var edit = new CompactEdit(
                change.offset(),
                change.offset() + change.removed(),
                change.inserted(),
                CompactRule.REWRITE,
                "written anew by " + by,
                line);
        return new Compaction(source, List.of(edit), List.of());
    }

    /** The text with all edits made. */
    public String text() {
        return text(edits);
    }

    /** The text with some of the edits made. */
    public String text(Collection<CompactEdit> chosen) {
        var text = new StringBuilder();
        var wanted = new HashSet<>(chosen);
        int at = 0;
        for (CompactEdit edit : edits) {
            if (wanted.contains(edit)) {
                text.append(source, at, edit.start()).append(edit.inserted());
                at = edit.end();
            }
        }
        return text.append(source, at, source.length()).toString();
    }

    /** Whether there is nothing to make shorter. */
    public boolean isEmpty() {
        return edits.isEmpty();
    }
}
