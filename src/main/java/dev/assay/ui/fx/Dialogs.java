package dev.assay.ui.fx;

import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
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
        if (failure.told()) {
            return;
        }
        var alert = new Alert(AlertType.ERROR, failure.summary(), ButtonType.CLOSE);
        alert.setTitle(Messages.get("dialog.error.title"));
        alert.setHeaderText(null);
        var details = new TextArea(failure.details());
        details.setEditable(false);
        details.getStyleClass().add("monospace");
        alert.getDialogPane().setExpandableContent(details);
        if (owner != null) {
            alert.initOwner(owner);
        }
        alert.getDialogPane().setPrefWidth(WIDTH);
        alert.showAndWait();
    }
}
