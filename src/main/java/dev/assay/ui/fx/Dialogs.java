package dev.assay.ui.fx;

import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The small dialogs that every screen may need. */
public final class Dialogs {
    private static final double WIDTH = 480;
    private static final double MARGIN = 48;

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

    /**
     * Gives a dialog a size in the middle of its window, some of which stays in sight around it. Left alone, a large dialog
     * is put where a small one would have its corner, and leaves the screen.
     */
    public static void fit(Dialog<?> dialog, Window owner, double width, double height) {
        double fittingWidth = Math.min(width, owner.getWidth() - MARGIN);
        double fittingHeight = Math.min(height, owner.getHeight() - MARGIN);
        dialog.setWidth(fittingWidth);
        dialog.setHeight(fittingHeight);
        dialog.setX(owner.getX() + (owner.getWidth() - fittingWidth) / 2);
        dialog.setY(owner.getY() + (owner.getHeight() - fittingHeight) / 2);
    }
}
