package dev.assay.ui.prompts;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.ViewLoader;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** Asks what to commit and why; stays open where the commit fails, so that no word is lost. */
final class CommitDialog {
    private CommitDialog() {}

    static void show(Window owner, CommitViewModel viewModel) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("commit.title"));
        dialog.setResizable(true);
        var commit = new ButtonType(Messages.get("commit.commit"), ButtonData.OK_DONE);
        dialog.getDialogPane().setContent(ViewLoader.load(new CommitController(viewModel)));
        dialog.getDialogPane().getButtonTypes().setAll(commit, ButtonType.CANCEL);
        var button = dialog.getDialogPane().lookupButton(commit);
        button.disableProperty().bind(viewModel.readyProperty().not());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            viewModel.commit();
        });
        viewModel.stateProperty().subscribe(state -> {
            if (state == CommitViewModel.State.DONE) {
                dialog.close();
            }
        });
        dialog.show();
    }
}
