package dev.assay.ui.calls;

import dev.assay.history.search.CallEntry;
import dev.assay.history.search.Mark;
import dev.assay.ui.fx.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What people say of the selected call: tags and a note, kept when the field is left. Public because FXML makes it. */
public final class MarkPane extends VBox {
    private final TextField tags = new TextField();
    private final TextArea note = new TextArea();
    private BiConsumer<CallEntry, UnaryOperator<Mark>> marking = (entry, change) -> {};
    private @Nullable CallEntry shown;

    /** Fields of no call. */
    public MarkPane() {
        getStyleClass().add("mark-pane");
        tags.setId("callTags");
        tags.setPromptText(Messages.get("calls.tags.example"));
        note.setId("callNote");
        note.setPromptText(Messages.get("calls.note.example"));
        note.setWrapText(true);
        VBox.setVgrow(note, Priority.ALWAYS);
        getChildren()
                .setAll(heading(Messages.get("calls.column.tags")), tags, heading(Messages.get("calls.note")), note);
        tags.setOnAction(event -> keep());
        tags.focusedProperty().subscribe((before, now) -> left(now));
        note.focusedProperty().subscribe((before, now) -> left(now));
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("soft");
        return label;
    }

    private void left(boolean focused) {
        if (!focused) {
            keep();
        }
    }

    /** Keeps what was typed, where it is not what is said already. */
    private void keep() {
        CallEntry entry = shown;
        if (entry == null) {
            return;
        }
        Mark said = entry.mark();
        List<String> words = Arrays.stream(tags.getText().strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        String text = note.getText();
        if (!Set.copyOf(words).equals(Set.copyOf(said.tags()))) {
            marking.accept(entry, mark -> mark.withTags(words));
        }
        if (!text.strip().equals(noteOf(said))) {
            marking.accept(entry, mark -> mark.withNote(text));
        }
    }

    private static String noteOf(Mark mark) {
        return Objects.requireNonNullElse(mark.note(), "");
    }

    /** Who keeps what is said of a call. */
    void onMark(BiConsumer<CallEntry, UnaryOperator<Mark>> listener) {
        marking = listener;
    }

    /** Shows what is said of a call, but not in a field that is written in; what was typed for the one before is kept. */
    void show(@Nullable CallEntry entry) {
        CallEntry before = shown;
        boolean same = before != null && entry != null && before.id().equals(entry.id());
        if (!same) {
            keep();
        }
        shown = entry;
        setDisable(entry == null);
        Mark mark = entry == null ? Mark.NONE : entry.mark();
        show(tags, same, String.join(" ", mark.tags()));
        show(note, same, noteOf(mark));
    }

    private static void show(TextInputControl field, boolean same, String text) {
        if (!same || !field.isFocused()) {
            field.setText(text);
        }
    }
}
