package dev.assay.ui.editor;

/** A capability that can be given to an editor and taken away again. Called on the FX thread. */
public interface EditorComponent {
    /** Begins to work on an editor; an instance serves one editor at a time. */
    void install(PromptEditor editor);

    /** Stops working on it and leaves nothing behind. */
    void uninstall(PromptEditor editor);
}
