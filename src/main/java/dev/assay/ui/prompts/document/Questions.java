package dev.assay.ui.prompts.document;

/** What only the user can decide. Called on the FX thread; returns when they have answered. */
public interface Questions {
    /** What becomes of unsaved edits. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** What becomes of a file that another program has changed. */
    enum Changed {
        OVERWRITE,
        RELOAD,
        CANCEL
    }

    /** The prompt is about to be left with edits that were not saved. */
    Unsaved unsaved(String name);

    /** The file is about to be saved, but is not what was loaded. */
    Changed changedOutside(String path);
}
