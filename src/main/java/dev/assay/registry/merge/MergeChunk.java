package dev.assay.registry.merge;

/** A run of lines of a merge. */
public sealed interface MergeChunk {

    /**
     * Lines that both sides agree on, or that one side only changed.
     *
     * @param text whole lines; the last line of a file may be without line end
     * @param origin where they come from
     */
    record Agreed(String text, Origin origin) implements MergeChunk {}

    /**
     * Lines that both sides changed in different ways.
     *
     * @param base what both began with; may be empty
     * @param ours what the one side made of it; empty where it deleted the lines
     * @param theirs what the other made of it
     */
    record Conflict(String base, String ours, String theirs) implements MergeChunk {}

    /** Who wrote agreed lines. */
    enum Origin {
        /** They were there before, or both sides made the same change. */
        BOTH,
        OURS,
        THEIRS
    }
}
