package dev.assay.registry.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.diff.Edit;
import org.jspecify.annotations.Nullable;

/**
 * Two texts side by side. Moved lines count as removed and added.
 *
 * @param rows all lines of both texts in order
 * @param hunks the changes in order
 */
public record TextDiff(List<DiffRow> rows, List<DiffHunk> hunks) {
    /** Nothing against nothing. */
    public static final TextDiff EMPTY = new TextDiff(List.of(), List.of());

    public TextDiff {
        rows = List.copyOf(rows);
        hunks = List.copyOf(hunks);
    }

    /**
     * Compares two texts.
     *
     * @param ignoreSpace whether lines that differ in white space or in their ends only count as the same
     */
    public static TextDiff of(String before, String after, boolean ignoreSpace) {
        Lines old = Lines.of(before);
        Lines now = Lines.of(after);
        List<Edit> edits = ignoreSpace
                ? Pieces.edits(old.withoutSpace(), now.withoutSpace())
                : Pieces.edits(old.whole(), now.whole());
        var rows = new ArrayList<DiffRow>();
        var hunks = new ArrayList<DiffHunk>();
        int oldLine = 0;
        int newLine = 0;
        for (Edit edit : edits) {
            same(rows, old, now, oldLine, newLine, edit.getBeginA() - oldLine);
            int start = rows.size();
            rows.addAll(Pairing.rows(old, now, edit));
            hunks.add(new DiffHunk(
                    edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB(), start, rows.size()));
            oldLine = edit.getEndA();
            newLine = edit.getEndB();
        }
        same(rows, old, now, oldLine, newLine, old.size() - oldLine);
        return new TextDiff(rows, hunks);
    }

    private static void same(List<DiffRow> rows, Lines old, Lines now, int oldLine, int newLine, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(
                    new DiffRow(DiffRow.Kind.SAME, old.side(oldLine + i, List.of()), now.side(newLine + i, List.of())));
        }
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return hunks.isEmpty();
    }

    /**
     * The first text with some of the changes made: all of them give the second text, none the first.
     *
     * @param chosen indexes into {@link #hunks()}
     */
    public String apply(Set<Integer> chosen) {
        var text = new StringBuilder();
        int hunk = 0;
        int row = 0;
        while (row < rows.size()) {
            if (hunk < hunks.size() && hunks.get(hunk).rowStart() == row) {
                boolean taken = chosen.contains(hunk);
                int end = hunks.get(hunk).rowEnd();
                rows.subList(row, end).forEach(changed -> append(text, taken ? changed.after() : changed.before()));
                row = end;
                hunk++;
            } else {
                append(text, rows.get(row).before());
                row++;
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable DiffSide side) {
        if (side != null) {
            // What had no end because it was last needs one where something follows now.
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n' && text.charAt(text.length() - 1) != '\r') {
                text.append('\n');
            }
            text.append(side.text()).append(side.end());
        }
    }
}
