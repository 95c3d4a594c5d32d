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

    /** The name, or empty where the user has changed their mind. */
    static Optional<String> ask(Window owner) {
        var dialog = new TextInputDialog();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("prompts.new.title"));
        dialog.setHeaderText(Messages.get("prompts.new.title"));
        dialog.setContentText(null);
        dialog.setGraphic(null);
        dialog.getEditor().setPromptText(Messages.get("prompts.new.example"));
        var create = new ButtonType(Messages.get("prompts.new.create"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(create, ButtonType.CANCEL);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane()
                .lookupButton(create)
                .disableProperty()
                .bind(dialog.getEditor().textProperty().map(String::isBlank));
        dialog.setResultConverter(
                button -> button == create ? dialog.getEditor().getText().strip() : null);
        return dialog.showAndWait();
    }
}
