package dev.assay.ui.editor.diff;

import dev.assay.registry.diff.DiffHunk;
import dev.assay.registry.diff.DiffRow;
import dev.assay.registry.diff.DiffRow.Kind;
import dev.assay.registry.diff.DiffSide;
import dev.assay.registry.diff.TextDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Arranges a difference as the lines of a view; far from any change, lines are folded away. */
final class DiffLayout {
    /** Unchanged lines shown around a change. */
    static final int CONTEXT = 3;

    /** Fewer lines than this are not worth folding. */
    private static final int FEWEST_FOLDED = 4;

    private final TextDiff diff;
    private final boolean inline;
    private final Set<Integer> unfolded;
    private final List<DiffItem> items = new ArrayList<>();

    private DiffLayout(TextDiff diff, boolean inline, Set<Integer> unfolded) {
        this.diff = diff;
        this.inline = inline;
        this.unfolded = unfolded;
    }

    /**
     * @param inline whether in one column
     * @param unfolded first rows of the folds that were opened
     */
    static List<DiffItem> of(TextDiff diff, boolean inline, Set<Integer> unfolded) {
        var layout = new DiffLayout(diff, inline, unfolded);
        layout.arrange();
        return List.copyOf(layout.items);
    }

    private void arrange() {
        int row = 0;
        for (int i = 0; i < diff.hunks().size(); i++) {
            DiffHunk hunk = diff.hunks().get(i);
            same(row, hunk.rowStart());
            change(hunk, i);
            row = hunk.rowEnd();
        }
        same(row, diff.rows().size());
    }

    private void same(int start, int end) {
        int first = start == 0 ? 0 : start + CONTEXT;
        int last = end == diff.rows().size() ? end : end - CONTEXT;
        boolean fold = !diff.isEmpty() && last - first >= FEWEST_FOLDED && !unfolded.contains(first);
        show(start, fold ? first : end);
        if (fold) {
            items.add(new DiffItem.Fold(first, last - first));
            show(last, end);
        }
    }

    private void show(int start, int end) {
        for (DiffRow row : diff.rows().subList(start, end)) {
            DiffSide before = row.before();
            DiffSide after = row.after();
            items.add(
                    inline && before != null && after != null
                            ? new DiffItem.Single(Kind.SAME, after, before.number(), after.number(), DiffItem.NONE)
                            : new DiffItem.Pair(row, DiffItem.NONE));
        }
    }

    private void change(DiffHunk hunk, int index) {
        List<DiffRow> rows = diff.rows().subList(hunk.rowStart(), hunk.rowEnd());
        if (!inline) {
            rows.forEach(row -> items.add(new DiffItem.Pair(row, index)));
            return;
        }
        for (DiffRow row : rows) {
            DiffSide before = row.before();
            if (before != null) {
                items.add(new DiffItem.Single(Kind.REMOVED, before, before.number(), 0, index));
            }
        }
        for (DiffRow row : rows) {
            DiffSide after = row.after();
            if (after != null) {
                items.add(new DiffItem.Single(Kind.ADDED, after, 0, after.number(), index));
            }
        }
    }
}
