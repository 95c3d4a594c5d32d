package dev.assay.ui.prompts.document;

import dev.assay.ui.fx.Messages;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** Asks in dialogs. */
public final class DialogQuestions implements Questions {
    private static final double WIDTH = 480;

    private @Nullable Node anchor;

    /** Asks in front of the window that a node is in. */
    public void inFrontOf(Node node) {
        anchor = node;
    }

    /** The window to ask in front of, or null before it is shown. */
    public @Nullable Window window() {
        Scene scene = anchor == null ? null : anchor.getScene();
        return scene == null ? null : scene.getWindow();
    }

    /** Closes the window, as the user would. */
    public void closeWindow() {
        Window window = window();
        if (window != null) {
            window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
        }
    }

    @Override
    public Unsaved unsaved(String name) {
        var save = new ButtonType(Messages.get("prompts.save"), ButtonData.YES);
        var discard = new ButtonType(Messages.get("prompts.unsaved.discard"), ButtonData.NO);
        ButtonType answer =
                ask(Messages.get("prompts.unsaved.title"), Messages.get("prompts.unsaved.text", name), save, discard);
        if (answer == save) {
            return Unsaved.SAVE;
        }
        return answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public Kept filesChange(String name) {
        var save = new ButtonType(Messages.get("prompts.save"), ButtonData.YES);
        var keep = new ButtonType(Messages.get("prompts.unsaved.keep"), ButtonData.NO);
        ButtonType answer =
                ask(Messages.get("prompts.unsaved.title"), Messages.get("prompts.unsaved.files", name), save, keep);
        if (answer == save) {
            return Kept.SAVE;
        }
        return answer == keep ? Kept.KEEP : Kept.CANCEL;
    }

    private ButtonType ask(String title, String text, ButtonType... buttons) {
        var alert = new Alert(AlertType.CONFIRMATION, text, buttons);
        alert.getButtonTypes().add(ButtonType.CANCEL);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setGraphic(null);
        Window window = window();
        if (window != null) {
            alert.initOwner(window);
        }
        alert.getDialogPane().setPrefWidth(WIDTH);
        return alert.showAndWait().orElse(ButtonType.CANCEL);
    }
}
