package dev.assay.ui.repository;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** The questions about branches and remotes. */
final class RepositoryDialogs {
    private static final int NAMED = 8;

    private RepositoryDialogs() {}

    /** The name of a new branch; empty where the user has changed their mind. */
    static Optional<String> newBranch(Window owner) {
        return Dialogs.line(
                owner,
                Messages.get("repository.new.title"),
                Messages.get("repository.new.example"),
                "",
                Messages.get("repository.new.create"));
    }

    /** The address of a remote. */
    static Optional<String> remote(Window owner) {
        return Dialogs.line(
                owner,
                Messages.get("repository.remote.title"),
                Messages.get("repository.remote.example"),
                "",
                Messages.get("repository.remote.ok"));
    }

    /** Whether edits are to be carried to another branch. */
    static boolean carry(Window owner, String branch, List<String> files) {
        String named = String.join("\n", files.subList(0, Math.min(NAMED, files.size())));
        String more = files.size() > NAMED ? "\n\u2026" : "";
        return Dialogs.sure(
                owner,
                Messages.get("repository.carry.title", branch),
                Messages.get("repository.carry.text", branch, named + more),
                Messages.get("repository.carry.ok"));
    }

    /** Whether a merge is to be aborted. */
    static boolean sureToAbort(Window owner) {
        return Dialogs.sure(
                owner,
                Messages.get("repository.abort.title"),
                Messages.get("repository.abort.text"),
                Messages.get("repository.abort.ok"));
    }
}
