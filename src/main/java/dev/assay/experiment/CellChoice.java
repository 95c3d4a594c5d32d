package dev.assay.experiment;

import org.jspecify.annotations.Nullable;

/**
 * Which cells of a run are asked for.
 *
 * @param failedToo whether those whose call failed before are asked for again
 * @param variant of this variant alone, by its index from 0; null for all variants
 */
public record CellChoice(boolean failedToo, @Nullable Integer variant) {
    /** Cells and scores that a run did not come to. */
    public static final CellChoice MISSING = new CellChoice(false, null);

    /** The same, and cells whose call failed. */
    public static final CellChoice MISSING_AND_FAILED = new CellChoice(true, null);

    /** The same cells, of one variant alone. */
    public CellChoice of(int only) {
        return new CellChoice(failedToo, only);
    }

    boolean includes(int index) {
        return variant == null || variant == index;
    }
}
