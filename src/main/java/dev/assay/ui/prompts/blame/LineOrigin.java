package dev.assay.ui.prompts.blame;

import dev.assay.registry.git.PromptRevision;

/** Where a line comes from. */
sealed interface LineOrigin {
    /**
     * It was committed.
     *
     * @param revision the commit that brought it as it is
     * @param first whether the line above it is of another origin
     */
    record Committed(PromptRevision revision, boolean first) implements LineOrigin {}

    /** No commit has it. */
    record Uncommitted() implements LineOrigin {}

    /** It was edited since the origins were looked up, or they never were. */
    record Unknown() implements LineOrigin {}
}
