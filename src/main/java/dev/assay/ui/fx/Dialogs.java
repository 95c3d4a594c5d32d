package dev.assay.ui.fx;

import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The small dialogs that every screen may need. */
public final class Dialogs {
    private static final double WIDTH = 480;

    private Dialogs() {}

    /** Shows what went wrong: one clear line, the details folded away below it. */
    public static void error(@Nullable Window owner, Failure failure) {
        var alert = new Alert(AlertType.ERROR, failure.summary(), ButtonType.CLOSE);
        alert.setTitle(Messages.get("dialog.error.title"));
        alert.setHeaderText(null);
        var details = new TextArea(failure.details());
        details.setEditable(false);
        details.getStyleClass().add("monospace");
        alert.getDialogPane().setExpandableContent(details);
        show(alert, owner);
    }

    /**
     * Asks before something is done.
     *
     * @param action the verb on the button that does it
     * @return whether the user agreed
     */
    public static boolean confirm(@Nullable Window owner, String title, String text, String action) {
        var yes = new ButtonType(action, ButtonData.OK_DONE);
        var alert = new Alert(AlertType.CONFIRMATION, text, yes, ButtonType.CANCEL);
        alert.setTitle(title);
        alert.setHeaderText(title);
        return show(alert, owner) == yes;
    }

    private static ButtonType show(Alert alert, @Nullable Window owner) {
        if (owner != null) {
            alert.initOwner(owner);
        }
        alert.getDialogPane().setPrefWidth(WIDTH);
        return alert.showAndWait().orElse(ButtonType.CANCEL);
    }
}
