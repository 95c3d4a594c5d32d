package dev.assay.ui.editor.diff;

import dev.assay.ui.fx.Dialogs;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** Two texts compared in a window of their own. */
public final class DiffDialog {
    private static final double WIDTH = 800;
    private static final double HEIGHT = 560;

    private DiffDialog() {}

    /** Shows it until the user closes it. */
    public static void show(Window owner, String title, DiffViewModel viewModel) {
        var view = new DiffPane();
        view.show(viewModel);
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(view);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        Dialogs.escapes(dialog);
        dialog.setWidth(WIDTH);
        dialog.setHeight(HEIGHT);
        dialog.showAndWait();
    }
}
