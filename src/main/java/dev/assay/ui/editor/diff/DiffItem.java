package dev.assay.ui.editor.diff;

import dev.assay.registry.diff.DiffRow;
import dev.assay.registry.diff.DiffSide;
import org.jspecify.annotations.Nullable;

/** A line of the view. */
sealed interface DiffItem {
    /** No change. */
    int NONE = -1;

    /** The change that it belongs to, from 0, or {@link #NONE}. */
    default int hunk() {
        return NONE;
    }

    /** Two lines side by side. */
    record Pair(DiffRow row, int hunk) implements DiffItem {}

    /**
     * One line in one column.
     *
     * @param kind never {@code CHANGED}
     * @param before its number in the first text, or 0
     * @param after its number in the second text, or 0
     */
    record Single(DiffRow.Kind kind, DiffSide side, int before, int after, int hunk) implements DiffItem {}

    /**
     * Unchanged lines that are not shown.
     *
     * @param first the first of their rows
     * @param count how many there are
     */
    record Fold(int first, int count) implements DiffItem {}

    /** The text to copy of the first or the second side; null where that side has none. */
    static @Nullable String text(DiffItem item, boolean before) {
        return switch (item) {
            case Pair pair -> text(before ? pair.row().before() : pair.row().after());
            case Single single -> single.side().text();
            case Fold fold -> null;
        };
    }

    private static @Nullable String text(@Nullable DiffSide side) {
        return side == null ? null : side.text();
    }
}
