package dev.assay.ui.editor.assist;

import dev.assay.ui.editor.PromptEditor;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;

/** A small window by a place of the text. It never takes the focus from the editor. */
final class EditorPopup {
    private static final double GAP = 4;

    private final Popup popup = new Popup();

    EditorPopup(Parent content) {
        // A popup takes over the style sheets of the window that it belongs to whenever it is shown, but not those of
        // the editor within that window.
        content.getStylesheets()
                .add(Objects.requireNonNull(PromptEditor.class.getResource("editor.css"))
                        .toExternalForm());
        popup.getContent().setAll(content);
        popup.setAutoFix(true);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
    }

    /** Shows it below the character at an offset; where that is out of sight it stays hidden. */
    void showAt(PromptEditor editor, int offset) {
        CodeArea area = editor.area();
        Optional<Bounds> place = area.getLength() == 0
                ? area.getCaretBounds()
                : offset < area.getLength() && area.getText(offset, offset + 1).charAt(0) != '\n'
                        ? area.getCharacterBoundsOnScreen(offset, offset + 1)
                        : offset > 0 && area.getText(offset - 1, offset).charAt(0) != '\n'
                                ? area.getCharacterBoundsOnScreen(offset - 1, offset)
                                : area.getCaretBounds();
        Scene scene = editor.getScene();
        if (place.isEmpty()
                || scene == null
                || scene.getWindow() == null
                || !scene.getWindow().isShowing()) {
            hide();
            return;
        }
        // Otherwise it would be laid out once without colours before it takes these over.
        popup.getScene().getStylesheets().setAll(scene.getStylesheets());
        popup.show(editor, place.get().getMinX(), place.get().getMaxY() + GAP);
    }

    void hide() {
        popup.hide();
    }

    boolean isShowing() {
        return popup.isShowing();
    }
}
