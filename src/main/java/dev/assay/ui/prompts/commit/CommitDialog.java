package dev.assay.ui.prompts.commit;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.ViewLoader;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.SplitPane;
import javafx.stage.Window;

/** Asks what to commit and why; stays open where the commit fails, so that no word is lost. */
public final class CommitDialog {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 860;

    /** The share of the files and the message. */
    private static final double FILES = 0.34;

    private CommitDialog() {}

    /** Shows it in front of a window. */
    public static void show(Window owner, CommitViewModel viewModel) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("commit.title"));
        dialog.setResizable(true);
        var commit = new ButtonType(Messages.get("commit.commit"), ButtonData.OK_DONE);
        var content = (SplitPane) ViewLoader.load(new CommitController(viewModel));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getStyleClass().add("commit-dialog");
        Dialogs.fit(dialog, owner, WIDTH, HEIGHT);
        dialog.setOnShown(event -> {
            content.setDividerPositions(FILES);
            content.lookup("#message").requestFocus();
        });
        dialog.getDialogPane().getButtonTypes().setAll(commit, ButtonType.CANCEL);
        Dialogs.escapes(dialog);
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
