package dev.assay.ui.prompts.document;

import dev.assay.registry.StoredPrompt;

/** What another program did to the file of the open prompt since it was read. */
public sealed interface OutsideChange {
    /**
     * It has another text, and so has the editor.
     *
     * @param theirs what is on disk
     * @param refused whether the edits were to be saved and were not, because of it
     */
    record Rewritten(StoredPrompt theirs, boolean refused) implements OutsideChange {}

    /** It is gone. */
    record Deleted() implements OutsideChange {}
}
