package dev.assay.registry.diff;

import dev.assay.prompt.assist.Replacement;
import dev.assay.prompt.edit.TextEdit;
import java.util.List;
import org.eclipse.jgit.diff.Edit;

/** What to replace to make one text of another, so that lines which are in both stay where they are. */
public final class LineEdits {
    private LineEdits() {}

    /** The replacements from top to bottom; each is as small as it can be. Empty where the texts are the same. */
    public static List<Replacement> between(String before, String after) {
        TextEdit whole = TextEdit.between(before, after);
        if (whole.isEmpty()) {
            return List.of();
        }
        if (whole.inserted().indexOf('\n') < 0
                && before.indexOf('\n', whole.offset()) >= whole.offset() + whole.removed()) {
            return List.of(replacement(whole, 0));
        }
        Lines old = Lines.of(before);
        Lines now = Lines.of(after);
        int[] starts = starts(old);
        return Pieces.edits(old.whole(), now.whole()).stream()
                .map(edit -> smallest(old, now, edit, starts))
                .toList();
    }

    private static Replacement smallest(Lines old, Lines now, Edit edit, int[] starts) {
        return replacement(
                TextEdit.between(
                        text(old, edit.getBeginA(), edit.getEndA()), text(now, edit.getBeginB(), edit.getEndB())),
                starts[edit.getBeginA()]);
    }

    private static Replacement replacement(TextEdit edit, int start) {
        int offset = start + edit.offset();
        return new Replacement(offset, offset + edit.removed(), edit.inserted());
    }

    private static int[] starts(Lines lines) {
        var starts = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            starts[i + 1] = starts[i] + lines.whole(i).length();
        }
        return starts;
    }

    private static String text(Lines lines, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(lines.whole(i));
        }
        return text.toString();
    }
}
