package dev.assay.ui.prompts.tree;

import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import dev.assay.ui.fx.Messages;
import java.util.Locale;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** How a git status is shown. */
public final class StatusText {
    private StatusText() {}

    /** The style class of a status: {@code status-modified}. */
    public static String styleClass(GitStatus status) {
        return "status-" + status.name().toLowerCase(Locale.ROOT);
    }

    /** Shows the status of a prompt; null where none is open. */
    public static void show(Label label, @Nullable PromptEntry entry) {
        GitStatus now = entry == null ? GitStatus.CLEAN : entry.status();
        label.setText(word(now));
        label.getStyleClass().setAll("label", "status-chip", styleClass(now));
    }

    /** The word for a status. */
    public static String word(GitStatus status) {
        return switch (status) {
            case CLEAN -> Messages.get("prompts.status.clean");
            case MODIFIED -> Messages.get("prompts.status.modified");
            case ADDED -> Messages.get("prompts.status.added");
            case UNTRACKED -> Messages.get("prompts.status.untracked");
            case DELETED -> Messages.get("prompts.status.deleted");
            case CONFLICT -> Messages.get("prompts.status.conflict");
        };
    }
}
