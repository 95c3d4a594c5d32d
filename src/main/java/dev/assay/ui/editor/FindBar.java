package dev.assay.ui.editor;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;

import dev.assay.prompt.assist.Replacement;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.javafx.FontIcon;

/** Ctrl+F opens a bar above the text to find words in it, Ctrl+H one to replace them as well. */
public final class FindBar implements EditorComponent {
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");
    private static final KeyCombination REPLACE = KeyCombination.valueOf("Shortcut+H");

    private static final double NARROWEST = 60;
    private static final double COUNT = 48;

    private final TextField query = new TextField();
    private final TextField replacement = new TextField();
    private final Label count = new Label();
    private final ToggleButton matchCase = toggle("Aa", "editor.find.case");
    private final ToggleButton wholeWord = toggle("ab|", "editor.find.word");
    private final ToggleButton regex = toggle(".*", "editor.find.regex");
    private final HBox findRow = new HBox();
    private final HBox replaceRow = new HBox();
    private final VBox bar = new VBox(findRow);
    private EventHandler<KeyEvent> opener = event -> {};

    @Override
    public void install(PromptEditor editor) {
        bar.getStyleClass().add("find-bar");
        query.setId("findQuery");
        replacement.setId("findReplacement");
        query.setPromptText(Messages.get("editor.find"));
        // A narrow window takes room from the word rather than from the number of its hits.
        query.setMinWidth(NARROWEST);
        query.setPrefColumnCount(1);
        count.setMinWidth(COUNT);
        replacement.setPromptText(Messages.get("editor.replace"));
        row(
                findRow,
                query,
                count,
                matchCase,
                wholeWord,
                regex,
                icon("fth-chevron-up", "editor.find.previous", () -> find(editor, false)),
                icon("fth-chevron-down", "editor.find.next", () -> find(editor, true)),
                icon("fth-x", "editor.find.close", () -> close(editor)));
        row(
                replaceRow,
                replacement,
                button("editor.replace.one", () -> replace(editor)),
                button("editor.replace.all", () -> replaceAll(editor)));
        List.of(query, replacement).forEach(field -> field.setOnKeyPressed(event -> onKey(event, editor)));
        query.textProperty().subscribe((before, now) -> typed(editor));
        List.of(matchCase, wholeWord, regex)
                .forEach(option -> option.selectedProperty().subscribe((before, now) -> typed(editor)));
        opener = event -> {
            boolean replace = REPLACE.match(event) && editor.area().isEditable();
            if (replace || FIND.match(event)) {
                open(editor, replace);
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

    private void open(PromptEditor editor, boolean replace) {
        String selected = editor.area().getSelectedText();
        if (!selected.isEmpty() && !selected.contains("\n")) {
            query.setText(selected);
        }
        bar.getChildren().setAll(replace ? List.of(findRow, replaceRow) : List.of(findRow));
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
        } else if (event.getCode() == ENTER && event.getSource() == replacement) {
            replace(editor);
            event.consume();
        } else if (event.getCode() == ENTER) {
            find(editor, !event.isShiftDown());
            event.consume();
        }
    }

    private TextSearch search(PromptEditor editor) {
        var wanted = new TextSearch.Query(
                query.getText(),
                replacement.getText(),
                matchCase.isSelected(),
                wholeWord.isSelected(),
                regex.isSelected());
        return TextSearch.of(editor.area().getText(), wanted);
    }

    /**
     * The hit that begins where the caret stands stays chosen while more of it is typed. A pattern waits for Enter: half
     * of one may take for ever.
     */
    private void typed(PromptEditor editor) {
        if (query.getText().isEmpty() || regex.isSelected()) {
            editor.area().deselect();
            count.setText("");
        } else {
            TextSearch hits = search(editor);
            choose(editor, hits, hits.next(editor.area().getSelection().getStart()));
        }
    }

    private void find(PromptEditor editor, boolean forward) {
        CodeArea area = editor.area();
        TextSearch hits = search(editor);
        int hit = forward
                ? hits.next(area.getSelection().getEnd())
                : hits.previous(area.getSelection().getStart());
        choose(editor, hits, hit);
    }

    private void choose(PromptEditor editor, TextSearch hits, int hit) {
        CodeArea area = editor.area();
        if (hit < 0) {
            String problem = hits.problem();
            count.setText(
                    problem == null ? Messages.get("editor.find.none") : Messages.get("editor.find.pattern", problem));
            return;
        }
        area.selectRange(hits.starts().get(hit), hits.ends().get(hit));
        area.requestFollowCaret();
        count.setText(Messages.get("editor.find.count", hit + 1, hits.starts().size()));
    }

    /** Replaces the hit that is selected, then goes to the next one. */
    private void replace(PromptEditor editor) {
        CodeArea area = editor.area();
        TextSearch hits = search(editor);
        int hit = hits.starts().indexOf(area.getSelection().getStart());
        if (hit >= 0 && hits.ends().get(hit) == area.getSelection().getEnd()) {
            area.replaceText(
                    hits.starts().get(hit),
                    hits.ends().get(hit),
                    hits.replacements().get(hit));
        }
        find(editor, true);
    }

    private void replaceAll(PromptEditor editor) {
        TextSearch hits = search(editor);
        List<Replacement> edits = IntStream.range(0, hits.starts().size())
                .mapToObj(i -> new Replacement(
                        hits.starts().get(i),
                        hits.ends().get(i),
                        hits.replacements().get(i)))
                .toList();
        String problem = hits.problem();
        editor.apply(edits);
        count.setText(
                problem == null
                        ? Messages.get("editor.replace.count", edits.size())
                        : Messages.get("editor.find.pattern", problem));
    }

    private static void row(HBox row, TextField field, javafx.scene.Node... others) {
        row.getStyleClass().add("find-row");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field, Priority.ALWAYS);
        row.getChildren().add(field);
        row.getChildren().addAll(others);
    }

    private static ToggleButton toggle(String text, String key) {
        var toggle = new ToggleButton(text);
        toggle.getStyleClass().addAll("flat", "small", "find-option");
        toggle.setFocusTraversable(false);
        toggle.setTooltip(new Tooltip(text(key)));
        toggle.setAccessibleText(text(key));
        return toggle;
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(text(key));
        button.getStyleClass().addAll("small");
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Button icon(String icon, String key, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(text(key));
        button.setTooltip(new Tooltip(text(key)));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static String text(String key) {
        return Messages.get(key);
    }
}
