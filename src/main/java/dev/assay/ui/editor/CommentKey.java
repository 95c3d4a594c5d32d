package dev.assay.ui.editor;

import javafx.event.EventHandler;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/** Ctrl+/ makes the selected text, or the line, a comment, and a comment text again. */
public final class CommentKey implements EditorComponent {
    private static final KeyCombination KEY = KeyCombination.valueOf("Shortcut+Slash");
    private static final String OPEN = "{{!-- ";
    private static final String CLOSE = " --}}";

    private EventHandler<KeyEvent> handler = event -> {};

    @Override
    public void install(PromptEditor editor) {
        handler = event -> {
            if (KEY.match(event) && editor.area().isEditable()) {
                toggle(editor);
                event.consume();
            }
        };
        editor.area().addEventFilter(KeyEvent.KEY_PRESSED, handler);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        editor.area().removeEventFilter(KeyEvent.KEY_PRESSED, handler);
    }

    private static void toggle(PromptEditor editor) {
        CodeArea area = editor.area();
        int line = area.getCurrentParagraph();
        String content = area.getText(line);
        int lineStart = area.getAbsolutePosition(line, 0);
        if (FrontMatterLines.holds(area, line)) {
            int indent = content.length() - content.stripLeading().length();
            boolean comment = content.startsWith("# ", indent);
            area.replaceText(lineStart + indent, lineStart + indent + (comment ? 2 : 0), comment ? "" : "# ");
            return;
        }
        boolean selected = area.getSelection().getLength() > 0;
        int indent = content.length() - content.stripLeading().length();
        int start = selected ? area.getSelection().getStart() : lineStart + indent;
        int end = selected
                ? area.getSelection().getEnd()
                : lineStart + content.stripTrailing().length();
        if (end <= start) {
            return;
        }
        String text = area.getText(start, end);
        boolean comment = text.startsWith(OPEN) && text.endsWith(CLOSE);
        area.replaceText(
                start,
                end,
                comment ? text.substring(OPEN.length(), text.length() - CLOSE.length()) : OPEN + text + CLOSE);
    }
}
