package dev.assay.ui.fx;

import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

    /** Escape in a list or table of the dialog cancels it, as elsewhere in it; lists keep that key for themselves. */
    public static void escapes(Dialog<?> dialog) {
        var pane = dialog.getDialogPane();
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isListAtRest(event.getTarget())) {
                pane.getButtonTypes().stream()
                        .filter(type -> type.getButtonData().isCancelButton())
                        .findFirst()
                        .ifPresent(cancel -> ((Button) pane.lookupButton(cancel)).fire());
                event.consume();
            }
        });
    }

    private static boolean isListAtRest(EventTarget target) {
        return switch (target) {
            case ListView<?> list -> list.getEditingIndex() < 0;
            case TableView<?> table -> table.getEditingCell() == null;
            case TreeView<?> tree -> tree.getEditingItem() == null;
            default -> false;
        };
    }

    /** Whether the user wants it; {@code yes} is on the button. */
    public static boolean sure(Window owner, String title, String text, String yes) {
        var button = new ButtonType(yes, ButtonData.OK_DONE);
        var alert = new Alert(AlertType.CONFIRMATION, text, button, ButtonType.CANCEL);
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setGraphic(null);
        alert.getDialogPane().setPrefWidth(WIDTH);
        return alert.showAndWait().filter(answer -> answer == button).isPresent();
    }

    /**
     * A line of text; empty where the user has changed their mind.
     *
     * @param example shown while nothing is typed
     * @param text what is there at first
     * @param ok what is on the button
     */
    public static Optional<String> line(Window owner, String title, String example, String text, String ok) {
        var dialog = new TextInputDialog(text);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setContentText(null);
        dialog.setGraphic(null);
        dialog.getEditor().setPromptText(example);
        var button = new ButtonType(ok, ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(button, ButtonType.CANCEL);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane()
                .lookupButton(button)
                .disableProperty()
                .bind(dialog.getEditor().textProperty().map(String::isBlank));
        dialog.setResultConverter(
                pressed -> pressed == button ? dialog.getEditor().getText().strip() : null);
        return dialog.showAndWait();
    }
}
