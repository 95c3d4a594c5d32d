package dev.assay.ui.prompts.assist;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Shows the file of a schema or tool, to read and to edit. */
final class DefinitionDialog {
    private DefinitionDialog() {}

    static void show(Window owner, DefinitionViewModel viewModel) {
        var text = new TextArea();
        text.setId("definitionText");
        text.getStyleClass().add("monospace");
        text.textProperty().bindBidirectional(viewModel.textProperty());
        text.editableProperty().bind(viewModel.readyProperty());
        text.setPrefSize(620, 340);
        VBox.setVgrow(text, Priority.ALWAYS);
        var problem = new Label();
        problem.setId("definitionProblem");
        problem.setWrapText(true);
        problem.getStyleClass().add("problem-line");
        Shown.text(problem, viewModel.problemProperty());
        var content = new VBox(text, problem);
        content.getStyleClass().add("rename");
        var save = new ButtonType(Messages.get("prompts.definition.save"), ButtonData.OK_DONE);
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(viewModel.path());
        dialog.setHeaderText(Messages.get(
                viewModel.path().startsWith("tools/") ? "prompts.definition.tool" : "prompts.definition.schema",
                viewModel.path()));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(save, ButtonType.CANCEL);
        Node button = dialog.getDialogPane().lookupButton(save);
        button.setId("definitionSave");
        button.disableProperty().bind(viewModel.readyProperty().not());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            viewModel.save(dialog::close);
        });
        dialog.setOnShown(event -> text.requestFocus());
        dialog.show();
    }
}
