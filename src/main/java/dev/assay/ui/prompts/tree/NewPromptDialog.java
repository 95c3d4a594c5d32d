package dev.assay.ui.prompts.tree;

import dev.assay.ui.fx.Messages;
import java.util.Optional;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.Window;

/** Asks for the name of a new prompt. */
final class NewPromptDialog {
    private static final double WIDTH = 420;

    private NewPromptDialog() {}

    /**
     * The name, or empty where the user has changed their mind.
     *
     * @param folder to make it in, unless the user wants another; empty for the top
     */
    static Optional<String> ask(Window owner, String folder) {
        var dialog = new TextInputDialog(folder.isEmpty() ? "" : folder + "/");
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("prompts.new.title"));
        dialog.setHeaderText(Messages.get("prompts.new.title"));
        dialog.setContentText(null);
        dialog.setGraphic(null);
        dialog.getEditor().setPromptText(Messages.get("prompts.new.example"));
        dialog.setOnShown(event -> dialog.getEditor().end());
        var create = new ButtonType(Messages.get("prompts.new.create"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(create, ButtonType.CANCEL);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane()
                .lookupButton(create)
                .disableProperty()
                .bind(dialog.getEditor().textProperty().map(NewPromptDialog::isUnfinished));
        dialog.setResultConverter(
                button -> button == create ? dialog.getEditor().getText().strip() : null);
        return dialog.showAndWait();
    }

    private static boolean isUnfinished(String name) {
        return name.isBlank() || name.strip().endsWith("/");
    }
}
