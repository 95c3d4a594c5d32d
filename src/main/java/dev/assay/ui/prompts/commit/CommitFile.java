package dev.assay.ui.prompts.commit;

import dev.assay.registry.PromptEntry;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A changed file in the commit dialog, with its tick. */
final class CommitFile {
    private final PromptEntry entry;
    private final BooleanProperty chosen;

    CommitFile(PromptEntry entry, boolean chosen) {
        this.entry = entry;
        this.chosen = new SimpleBooleanProperty(chosen);
    }

    PromptEntry entry() {
        return entry;
    }

    /** Whether it goes into the commit; writable. */
    BooleanProperty chosenProperty() {
        return chosen;
    }
}
