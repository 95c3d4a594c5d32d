package dev.assay.ui.prompts.document;

/** What only the user can decide. Called on the FX thread; returns when they have answered. */
public interface Questions {
    /** What becomes of unsaved edits. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** What becomes of unsaved edits while files are about to change. */
    enum Kept {
        /** They are written first. */
        SAVE,
        /** They stay in the editor as they are. */
        KEEP,
        CANCEL
    }

    /** The prompt is about to be left with edits that were not saved. */
    Unsaved unsaved(String name);

    /** Files are about to change, such as by another branch, with edits that were not saved. */
    Kept filesChange(String name);
}
