package dev.assay.ui.editor;

import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;

/** Closes braces and, inside tags, quotes as they are typed, and types over those that are there already. */
public final class AutoClose implements EditorComponent {
    private EventHandler<KeyEvent> typed = event -> {};
    private EventHandler<KeyEvent> pressed = event -> {};

    @Override
    public void install(PromptEditor editor) {
        CodeArea area = editor.area();
        typed = event -> {
            boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
            if (plain
                    && area.isEditable()
                    && area.getSelection().getLength() == 0
                    && type(area, event.getCharacter())) {
                event.consume();
            }
        };
        pressed = event -> {
            if (event.getCode() == KeyCode.BACK_SPACE
                    && !event.isShortcutDown()
                    && area.isEditable()
                    && deletePair(area)) {
                event.consume();
            }
        };
        area.addEventFilter(KeyEvent.KEY_TYPED, typed);
        area.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        editor.area().removeEventFilter(KeyEvent.KEY_TYPED, typed);
        editor.area().removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
    }

    private static boolean type(CodeArea area, String character) {
        String line = area.getText(area.getCurrentParagraph());
        int column = area.getCaretColumn();
        String before = line.substring(0, column);
        String after = line.substring(column);
        return switch (character) {
            case "{" -> before.endsWith("{") && open(area, before, after);
            case "}" -> after.startsWith("}") && inTag(before) && step(area);
            case "\"" -> inTag(before) && (after.startsWith("\"") ? step(area) : quote(area, before, after));
            default -> false;
        };
    }

    /** The braces of a tag that is closed already need no others. */
    private static boolean open(CodeArea area, String before, String after) {
        boolean escaped = before.endsWith("\\{");
        boolean closed = after.contains("}}") && (!after.contains("{{") || after.indexOf("}}") < after.indexOf("{{"));
        boolean third = before.endsWith("{{") && after.startsWith("}}") && !after.startsWith("}}}");
        if (escaped || closed && !third) {
            return false;
        }
        insert(area, "{" + (third ? "}" : "}}"));
        return true;
    }

    private static boolean quote(CodeArea area, String before, String after) {
        boolean odd = before.substring(before.lastIndexOf("{{"))
                                .chars()
                                .filter(c -> c == '"')
                                .count()
                        % 2
                == 1;
        boolean word = !after.isEmpty() && Character.isLetterOrDigit(after.charAt(0));
        if (odd || word) {
            return false;
        }
        insert(area, "\"\"");
        return true;
    }

    private static void insert(CodeArea area, String pair) {
        int at = area.getCaretPosition();
        area.insertText(at, pair);
        area.moveTo(at + 1);
    }

    private static boolean step(CodeArea area) {
        area.moveTo(area.getCaretPosition() + 1);
        return true;
    }

    private static boolean inTag(String before) {
        return before.lastIndexOf("{{") > before.lastIndexOf("}}");
    }

    private static boolean deletePair(CodeArea area) {
        int at = area.getCaretPosition();
        String line = area.getText(area.getCurrentParagraph());
        int column = area.getCaretColumn();
        boolean braces = column >= 2 && line.startsWith("{{}}", column - 2);
        boolean quotes = column >= 1 && line.startsWith("\"\"", column - 1) && inTag(line.substring(0, column));
        if (area.getSelection().getLength() > 0 || !braces && !quotes) {
            return false;
        }
        area.replaceText(at - 1, braces ? at + 2 : at + 1, "");
        return true;
    }
}
