package dev.assay.registry.diff;

import org.jspecify.annotations.Nullable;

/**
 * Two lines that stand side by side; at least one is there.
 *
 * @param kind what became of the line
 * @param before the line in the first text, or null where it was added
 * @param after the line in the second text, or null where it was removed
 */
public record DiffRow(
        Kind kind, @Nullable DiffSide before, @Nullable DiffSide after) {
    /** What became of a line. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        /** Something else stands in its place. */
        CHANGED
    }

    public DiffRow {
        if (before == null && kind != Kind.ADDED || after == null && kind != Kind.REMOVED) {
            throw new IllegalArgumentException("A row of kind " + kind + " lacks a line");
        }
    }
}
