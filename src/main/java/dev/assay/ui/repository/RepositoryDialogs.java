package dev.assay.ui.repository;

import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/** The questions about branches and remotes. */
final class RepositoryDialogs {
    private static final double WIDTH = 460;
    private static final int NAMED = 8;

    private RepositoryDialogs() {}

    /** The name of a new branch; empty where the user has changed their mind. */
    static Optional<String> newBranch(Window owner) {
        return line(
                owner,
                Messages.get("repository.new.title"),
                Messages.get("repository.new.example"),
                Messages.get("repository.new.create"));
    }

    /** The address of a remote. */
    static Optional<String> remote(Window owner) {
        return line(
                owner,
                Messages.get("repository.remote.title"),
                Messages.get("repository.remote.example"),
                Messages.get("repository.remote.ok"));
    }

    /** Whether edits are to be carried to another branch. */
    static boolean carry(Window owner, String branch, List<String> files) {
        String named = String.join("\n", files.subList(0, Math.min(NAMED, files.size())));
        String more = files.size() > NAMED ? "\n\u2026" : "";
        return sure(
                owner,
                Messages.get("repository.carry.title", branch),
                Messages.get("repository.carry.text", branch, named + more),
                Messages.get("repository.carry.ok"));
    }

    /** Whether a merge is to be aborted. */
    static boolean sureToAbort(Window owner) {
        return sure(
                owner,
                Messages.get("repository.abort.title"),
                Messages.get("repository.abort.text"),
                Messages.get("repository.abort.ok"));
    }

    private static boolean sure(Window owner, String title, String text, String yes) {
        var button = new ButtonType(yes, ButtonData.OK_DONE);
        var alert = new Alert(AlertType.CONFIRMATION, text, button, ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setGraphic(null);
        alert.getDialogPane().setPrefWidth(WIDTH);
        return alert.showAndWait().filter(answer -> answer == button).isPresent();
    }

    private static Optional<String> line(Window owner, String title, String example, String ok) {
        var dialog = new TextInputDialog();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setContentText(null);
        dialog.setGraphic(null);
        dialog.getEditor().setPromptText(example);
        var button = new ButtonType(ok, ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(button, ButtonType.CANCEL);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane()
                .lookupButton(button)
                .disableProperty()
                .bind(dialog.getEditor().textProperty().map(String::isBlank));
        dialog.setResultConverter(
                pressed -> pressed == button ? dialog.getEditor().getText().strip() : null);
        return dialog.showAndWait();
    }
}
