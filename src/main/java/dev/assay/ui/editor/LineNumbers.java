package dev.assay.ui.editor;

import org.fxmisc.richtext.LineNumberFactory;

/** Numbers the lines. */
public final class LineNumbers implements EditorComponent {
    @Override
    public void install(PromptEditor editor) {
        editor.area().setParagraphGraphicFactory(LineNumberFactory.get(editor.area()));
    }

    @Override
    public void uninstall(PromptEditor editor) {
        editor.area().setParagraphGraphicFactory(null);
    }
}
