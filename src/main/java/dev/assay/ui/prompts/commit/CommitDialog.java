package dev.assay.ui.prompts.commit;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.ViewLoader;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.stage.Window;

/** Asks what to commit and why; stays open where the commit fails, so that no word is lost. */
public final class CommitDialog {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 680;

    private CommitDialog() {}

    /** Shows it in front of a window. */
    public static void show(Window owner, CommitViewModel viewModel) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("commit.title"));
        dialog.setResizable(true);
        var commit = new ButtonType(Messages.get("commit.commit"), ButtonData.OK_DONE);
        Parent content = ViewLoader.load(new CommitController(viewModel));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().addAll("edge-to-edge", "commit-scroll");
        dialog.getDialogPane().setContent(scroll);
        // In a low window the content scrolls; the buttons stay in sight.
        dialog.getDialogPane().setPrefSize(WIDTH, Math.min(HEIGHT, owner.getHeight()));
        dialog.setOnShown(event -> content.lookup("#message").requestFocus());
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
