package dev.assay.ui.editor.merge;

import dev.assay.registry.merge.Choice;
import dev.assay.registry.merge.MergedText.Conflict;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A conflict with the user's answer to it. */
public final class Decision {
    private final Conflict conflict;
    private final ObjectProperty<@Nullable Choice> choice = new SimpleObjectProperty<>();

    Decision(Conflict conflict) {
        this.conflict = conflict;
    }

    /** What is to be decided. */
    public Conflict conflict() {
        return conflict;
    }

    /** The answer; null while there is none. Writable. */
    public ObjectProperty<@Nullable Choice> choiceProperty() {
        return choice;
    }

    /** The text that takes the conflict's place; empty while there is no answer. */
    Optional<String> answer() {
        return Optional.ofNullable(choice.get()).map(chosen -> chosen.of(conflict));
    }
}
