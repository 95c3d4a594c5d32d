package dev.assay.ui.editor.merge;

import dev.assay.registry.merge.Choice;
import dev.assay.registry.merge.MergedText;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The conflicts of a text, each with the user's answer to it. */
public final class Decisions {
    private final ObservableList<Decision> all = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper decided = new ReadOnlyBooleanWrapper(false);
    private @Nullable MergedText text;

    /** Shows the conflicts of a text, none of them decided; null for no text. */
    public void show(@Nullable MergedText merged) {
        text = merged;
        all.setAll(
                merged == null
                        ? List.of()
                        : merged.conflicts().stream().map(Decision::new).toList());
        all.forEach(decision -> decision.choiceProperty().subscribe(this::count));
        count();
    }

    private void count() {
        decided.set(text != null
                && all.stream().allMatch(each -> each.choiceProperty().get() != null));
    }

    /** Gives every conflict the same answer, where it can have it. */
    public void chooseAll(Choice choice) {
        all.stream()
                .filter(each -> choice.fits(each.conflict()))
                .forEach(each -> each.choiceProperty().set(choice));
    }

    /** The text with the answers; empty while one is missing. */
    public Optional<String> settled() {
        List<String> answers =
                all.stream().flatMap(each -> each.answer().stream()).toList();
        return text == null || answers.size() < all.size() ? Optional.empty() : Optional.of(text.settled(answers));
    }

    /** The conflicts from top to bottom. */
    public ObservableList<Decision> all() {
        return all;
    }

    /** Whether there is a text and every conflict of it has an answer. */
    public ReadOnlyBooleanProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }
}
