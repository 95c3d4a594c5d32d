package dev.assay.ui.prompts.form;

import dev.assay.prompt.edit.FrontMatterEditor;
import dev.assay.prompt.edit.TextEdit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableStringValue;
import org.jspecify.annotations.Nullable;

/**
 * The text that the form edits.
 *
 * @param current what the editor holds
 * @param change takes over a changed text, so that it can be undone there
 */
public record PromptText(ObservableStringValue current, Consumer<String> change) {
    /** Makes one change; tells whether the text is another now, as do the others. */
    boolean edit(Function<FrontMatterEditor, TextEdit> edit) {
        return replace(text -> edit.apply(FrontMatterEditor.of(text)).apply(text));
    }

    /** Gives a key a value, or takes it out where there is none. */
    boolean put(List<String> path, @Nullable Object value) {
        return edit(editor -> value == null ? editor.remove(path) : editor.set(path, value));
    }

    /** Makes another text of it. */
    boolean replace(UnaryOperator<String> edit) {
        String before = current.get();
        String after = edit.apply(before);
        if (after.equals(before)) {
            return false;
        }
        change.accept(after);
        return true;
    }
}
