package dev.assay.ui.editor;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;

import dev.assay.ui.fx.Messages;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;

/** Ctrl+F opens a bar above the text to find words in it, without regard to case. */
public final class FindBar implements EditorComponent {
    private static final KeyCombination OPEN = KeyCombination.valueOf("Shortcut+F");

    private final TextField query = new TextField();
    private final Label count = new Label();
    private final HBox bar = new HBox(query, count);
    private EventHandler<KeyEvent> opener = event -> {};

    @Override
    public void install(PromptEditor editor) {
        CodeArea area = editor.area();
        bar.getStyleClass().add("find-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(query, Priority.ALWAYS);
        query.setPromptText(Messages.get("editor.find"));
        bar.getChildren()
                .setAll(
                        query,
                        count,
                        button("fth-chevron-up", "editor.find.previous", () -> find(area, false)),
                        button("fth-chevron-down", "editor.find.next", () -> find(area, true)),
                        button("fth-x", "editor.find.close", () -> close(editor)));
        query.setOnKeyPressed(event -> onKey(event, editor));
        query.textProperty().subscribe(text -> count.setText(""));
        opener = event -> {
            if (OPEN.match(event)) {
                open(editor);
                event.consume();
            }
        };
        editor.addEventFilter(KeyEvent.KEY_PRESSED, opener);
    }

    @Override
    public void uninstall(PromptEditor editor) {
        editor.removeEventFilter(KeyEvent.KEY_PRESSED, opener);
        close(editor);
    }

    private void open(PromptEditor editor) {
        String selected = editor.area().getSelectedText();
        if (!selected.isEmpty() && !selected.contains("\n")) {
            query.setText(selected);
        }
        editor.setTop(bar);
        query.requestFocus();
        query.selectAll();
    }

    private void close(PromptEditor editor) {
        editor.setTop(null);
        editor.area().requestFocus();
    }

    private void onKey(KeyEvent event, PromptEditor editor) {
        if (event.getCode() == ESCAPE) {
            close(editor);
            event.consume();
        } else if (event.getCode() == ENTER) {
            find(editor.area(), !event.isShiftDown());
            event.consume();
        }
    }

    private void find(CodeArea area, boolean forward) {
        var hits = TextSearch.of(area.getText(), query.getText());
        int hit = forward
                ? hits.next(area.getSelection().getEnd())
                : hits.previous(area.getSelection().getStart());
        if (hit < 0) {
            count.setText(Messages.get("editor.find.none"));
            return;
        }
        int at = hits.starts().get(hit);
        area.selectRange(at, at + query.getText().length());
        area.requestFollowCaret();
        count.setText(Messages.get("editor.find.count", hit + 1, hits.starts().size()));
    }

    private static Button button(String icon, String key, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(Messages.get(key));
        button.setTooltip(new javafx.scene.control.Tooltip(Messages.get(key)));
        button.setOnAction(event -> action.run());
        return button;
    }
}
