package dev.assay.ui.prompts.document;

import dev.assay.ui.editor.PromptEditor;

/** Keeps the editor and the text of the open prompt the same. */
public final class EditorText {
    private final PromptEditor editor;
    private final DocumentViewModel document;
    private String shown = "";
    private boolean typing;

    /** Not bound yet. */
    public EditorText(PromptEditor editor, DocumentViewModel document) {
        this.editor = editor;
        this.document = document;
    }

    /** Keeps both the same from now on. */
    public void bind() {
        editor.area().textProperty().subscribe(this::typed);
        document.textProperty().subscribe(this::show);
        document.onEdit(editor::change);
    }

    private void typed(String text) {
        typing = true;
        document.textProperty().set(text);
        typing = false;
    }

    private void show(String text) {
        // What was typed is there already; asking the area for its whole text takes long in long prompts.
        if (typing) {
            return;
        }
        if (shown.equals(document.shownName())) {
            editor.change(text);
        } else {
            shown = document.shownName();
            editor.open(shown, text);
        }
    }
}
