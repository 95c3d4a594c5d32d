package dev.assay.ui.editor.assist;

import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.completion.Completion;
import dev.assay.prompt.assist.completion.Completions;
import dev.assay.ui.editor.EditorComponent;
import dev.assay.ui.editor.FrontMatterLines;
import dev.assay.ui.editor.PromptEditor;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.fxmisc.richtext.model.TwoDimensional;
import org.jspecify.annotations.Nullable;
import org.reactfx.EventStreams;
import org.reactfx.Subscription;

/**
 * Offers what may be written at the caret: by Ctrl+Space, and while a tag or a key of the front matter is typed. Arrows
 * choose, Enter or Tab accepts, Escape closes; while it is closed all keys are the editor's.
 */
public final class CompletionPopup implements EditorComponent {
    private static final KeyCombination ASK = KeyCombination.valueOf("Shortcut+Space");
    private static final double LINE = 28;
    private static final int LINES = 8;
    private static final String TRIGGERS = "{#>/\".@";

    private final Supplier<Known> known;
    private final LatestTask work;
    private final ListView<Completion> list = new ListView<>();
    private final Label description = new Label();
    private final EditorPopup popup;
    private EventHandler<KeyEvent> keys = event -> {};
    private Subscription subscription = () -> {};
    private boolean accepting;

    /**
     * @param known what the workspace knows now; asked on the FX thread
     * @param tasks looks for completions off the FX thread
     */
    public CompletionPopup(Supplier<Known> known, Tasks tasks) {
        this.known = known;
        this.work = new LatestTask(tasks);
        list.setFixedCellSize(LINE);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new CompletionCell());
        list.getStyleClass().add("completion-list");
        description.getStyleClass().add("completion-description");
        description.setWrapText(true);
        description.setMaxWidth(Double.MAX_VALUE);
        var content = new VBox(list, description);
        content.getStyleClass().addAll("editor-popup", "completions");
        popup = new EditorPopup(content);
        list.getSelectionModel().selectedItemProperty().subscribe(this::describe);
    }

    @Override
    public void install(PromptEditor editor) {
        CodeArea area = editor.area();
        keys = event -> onKey(event, editor);
        area.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        list.setOnMouseClicked(event -> accept(editor));
        subscription = Subscription.multi(
                area.plainTextChanges().subscribe(change -> changed(change, editor)),
                EventStreams.changesOf(area.caretPositionProperty()).subscribe(change -> moved(editor)),
                EventStreams.changesOf(area.focusedProperty()).subscribe(change -> popup.hide()));
    }

    @Override
    public void uninstall(PromptEditor editor) {
        editor.area().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        subscription.unsubscribe();
        popup.hide();
    }

    private void onKey(KeyEvent event, PromptEditor editor) {
        if (ASK.match(event)) {
            ask(editor, true);
            event.consume();
        } else if (popup.isShowing()
                && !event.isShortcutDown()
                && !event.isAltDown()
                && steer(event.getCode(), editor)) {
            event.consume();
        }
    }

    private boolean steer(KeyCode key, PromptEditor editor) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        int size = list.getItems().size();
        switch (key) {
            case DOWN -> choose((chosen + 1) % size);
            case UP -> choose((chosen - 1 + size) % size);
            case PAGE_DOWN -> choose(Math.min(size - 1, chosen + LINES));
            case PAGE_UP -> choose(Math.max(0, chosen - LINES));
            case ENTER, TAB -> accept(editor);
            case ESCAPE -> popup.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - LINES / 2));
    }

    private void changed(PlainTextChange change, PromptEditor editor) {
        CodeArea area = editor.area();
        boolean byKey = area.isFocused() && !accepting && !area.getUndoManager().isPerformingAction();
        int length = change.getInserted().length();
        boolean typed = length > 0 && length <= 3 && change.getInserted().indexOf('\n') < 0;
        boolean erased = length == 0 && change.getRemoved().length() == 1;
        if (byKey && (typed || erased && popup.isShowing()) && mayComplete(area, change)) {
            ask(editor, false);
        } else {
            popup.hide();
        }
    }

    /** A glance at the line, so that typing plain text costs nothing. */
    private static boolean mayComplete(CodeArea area, PlainTextChange change) {
        var place = area.offsetToPosition(change.getPosition(), TwoDimensional.Bias.Forward);
        String line = area.getText(place.getMajor()).substring(0, place.getMinor()) + change.getInserted();
        return line.lastIndexOf("{{") > line.lastIndexOf("}}", line.length() - 2 < 0 ? 0 : line.length() - 1)
                || FrontMatterLines.holds(area, place.getMajor());
    }

    /** The caret leaves what is being completed by any way but typing. */
    private void moved(PromptEditor editor) {
        if (popup.isShowing() && !list.getItems().isEmpty()) {
            int start = list.getItems().getFirst().edit().start();
            int caret = editor.area().getCaretPosition();
            if (caret < start || editor.area().getText(start, caret).contains("\n")) {
                popup.hide();
            }
        }
    }

    private void ask(PromptEditor editor, boolean explicit) {
        // The caret follows the text only after the change has been told.

        if (editor.getScene() != null) {
            editor.later(() -> look(editor, explicit));
        }
    }

    private void look(PromptEditor editor, boolean explicit) {
        CodeArea area = editor.area();
        String text = area.getText();
        int caret = area.getCaretPosition();
        Known now = known.get();
        work.run(
                () -> Completions.at(text, caret, now),
                found -> {
                    boolean current = area.getCaretPosition() == caret && area.getLength() == text.length();
                    if (current && wanted(text, caret, found, explicit)) {
                        show(editor, found);
                    } else {
                        popup.hide();
                    }
                },
                failure -> popup.hide());
    }

    private static boolean wanted(String text, int caret, List<Completion> found, boolean explicit) {
        if (found.isEmpty() || explicit) {
            return explicit && !found.isEmpty();
        }
        Completion first = found.getFirst();
        String typed = text.substring(first.edit().start(), caret);
        boolean done =
                found.size() == 1 && first.label().equals(typed) && first.edit().end() == caret;
        char before = caret == 0 ? ' ' : text.charAt(caret - 1);
        boolean afterBlank = before == ' ' && caret > 1 && !Character.isWhitespace(text.charAt(caret - 2));
        return !done && (!typed.isBlank() || TRIGGERS.indexOf(before) >= 0 || afterBlank);
    }

    private void show(PromptEditor editor, List<Completion> found) {
        list.getItems().setAll(found);
        list.setPrefHeight(Math.min(LINES, found.size()) * LINE + 2);
        choose(0);
        popup.showAt(editor, found.getFirst().edit().start());
    }

    private void describe(@Nullable Completion chosen) {
        description.setText(chosen == null ? "" : chosen.description());
        description.setVisible(!description.getText().isEmpty());
        description.setManaged(description.isVisible());
    }

    private void accept(PromptEditor editor) {
        Completion chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            accepting = true;
            editor.apply(List.of(chosen.edit()));
            editor.area().moveTo(chosen.caret());
            accepting = false;
            boolean goesOn = chosen.edit().replacement().contains("\"\"")
                    || chosen.edit().replacement().endsWith(": ");
            if (goesOn) {
                ask(editor, true);
            }
        }
    }
}
