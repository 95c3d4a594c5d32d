package dev.assay.ui.prompts.tree;

import dev.assay.registry.GitStatus;
import dev.assay.ui.fx.Messages;
import java.util.Locale;

/** How a git status is shown. */
public final class StatusText {
    private StatusText() {}

    /** The style class of a status: {@code status-modified}. */
    public static String styleClass(GitStatus status) {
        return "status-" + status.name().toLowerCase(Locale.ROOT);
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
