package dev.assay.ui.editor;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static org.fxmisc.wellbehaved.event.EventPattern.keyPressed;
import static org.fxmisc.wellbehaved.event.InputMap.consumeWhen;

import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/** Tab indents by two spaces, Shift+Tab takes them away, and a new line begins where the one before it did. */
public final class Indentation implements EditorComponent {
    private static final String STEP = "  ";

    private InputMap<KeyEvent> keys = InputMap.empty();

    @Override
    public void install(PromptEditor editor) {
        CodeArea area = editor.area();
        keys = InputMap.sequence(
                consumeWhen(keyPressed(TAB), area::isEditable, event -> indent(area)),
                consumeWhen(keyPressed(TAB, SHIFT_DOWN), area::isEditable, event -> outdent(area)),
                consumeWhen(keyPressed(ENTER), area::isEditable, event -> breakLine(area)));
        Nodes.addInputMap(area, keys);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        Nodes.removeInputMap(editor.area(), keys);
    }

    private static void indent(CodeArea area) {
        if (area.getCaretSelectionBind().getParagraphSpan() == 1) {
            area.replaceSelection(STEP);
            return;
        }
        for (int line = firstLine(area); line <= lastLine(area); line++) {
            area.insertText(line, 0, STEP);
        }
    }

    private static void outdent(CodeArea area) {
        for (int line = firstLine(area); line <= lastLine(area); line++) {
            int spaces = Math.min(STEP.length(), indentOf(area.getText(line)).length());
            area.deleteText(line, 0, line, spaces);
        }
    }

    private static void breakLine(CodeArea area) {
        String before = area.getText(area.getCurrentParagraph()).substring(0, area.getCaretColumn());
        area.replaceSelection("\n" + indentOf(before));
        area.requestFollowCaret();
    }

    private static int firstLine(CodeArea area) {
        return area.getCaretSelectionBind().getStartParagraphIndex();
    }

    private static int lastLine(CodeArea area) {
        return area.getCaretSelectionBind().getEndParagraphIndex();
    }

    private static String indentOf(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
