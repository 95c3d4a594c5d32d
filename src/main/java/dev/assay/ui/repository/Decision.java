package dev.assay.ui.repository;

import dev.assay.registry.merge.Choice;
import dev.assay.registry.merge.MergedText.Conflict;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A conflict with the user's answer to it. */
final class Decision {
    private final Conflict conflict;
    private final ObjectProperty<@Nullable Choice> choice = new SimpleObjectProperty<>();

    Decision(Conflict conflict) {
        this.conflict = conflict;
    }

    Conflict conflict() {
        return conflict;
    }

    /** The answer; null while there is none. Writable. */
    ObjectProperty<@Nullable Choice> choiceProperty() {
        return choice;
    }
}
