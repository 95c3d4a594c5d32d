package dev.assay.ui.prompts.assist;

import dev.assay.prompt.assist.rename.FileChange;
import dev.assay.prompt.assist.rename.RenamePlan;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for a variable's new name and shows which files would change. */
final class RenameDialog {
    private final RenameViewModel viewModel;
    private final Map<FileChange, CheckBox> choices = new LinkedHashMap<>();
    private final VBox files = new VBox();
    private final Label problem = new Label();

    private RenameDialog(RenameViewModel viewModel) {
        this.viewModel = viewModel;
    }

    static void show(Window owner, RenameViewModel viewModel) {
        new RenameDialog(viewModel).ask(owner);
    }

    private void ask(Window owner) {
        var name = new TextField();
        name.setId("renameName");
        name.textProperty().bindBidirectional(viewModel.nameProperty());
        files.getStyleClass().add("rename-files");
        problem.setWrapText(true);
        problem.getStyleClass().add("problem-line");
        Shown.text(problem, viewModel.problemProperty());
        var scroll = new ScrollPane(files);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(200);
        var content = new VBox(name, problem, scroll);
        content.getStyleClass().add("rename");
        var rename = new ButtonType(Messages.get("prompts.rename.do"), ButtonData.OK_DONE);
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("prompts.rename.title"));
        dialog.setHeaderText(Messages.get("prompts.rename.text"));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setPrefWidth(560);
        dialog.getDialogPane().getButtonTypes().setAll(rename, ButtonType.CANCEL);
        Node button = dialog.getDialogPane().lookupButton(rename);
        button.setId("renameDo");
        button.disableProperty().bind(viewModel.planProperty().isNull());
        viewModel.planProperty().subscribe(this::showPlan);
        dialog.setOnShown(event -> {
            name.requestFocus();
            name.selectAll();
        });
        if (dialog.showAndWait().filter(rename::equals).isPresent()) {
            viewModel.apply(chosen());
        }
    }

    private List<FileChange> chosen() {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void showPlan(@Nullable RenamePlan plan) {
        files.getChildren().clear();
        choices.clear();
        if (plan == null) {
            return;
        }
        for (FileChange change : plan.changes()) {
            var box = new CheckBox(Messages.get("prompts.rename.file", change.path(), change.places()));
            box.setMnemonicParsing(false);
            box.setSelected(true);
            // Prompt and partials only make sense together; what happens to data is the user's choice.
            box.setDisable(change.kind() != FileChange.Kind.DATASET);
            choices.put(change, box);
            files.getChildren().add(box);
        }
        for (String warning : plan.warnings()) {
            var label = new Label(warning);
            label.setWrapText(true);
            label.getStyleClass().add("hint-line");
            files.getChildren().add(label);
        }
    }
}
