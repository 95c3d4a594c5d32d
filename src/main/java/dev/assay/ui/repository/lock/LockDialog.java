package dev.assay.ui.repository.lock;

import dev.assay.registry.lock.LockHolder;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import java.util.stream.Collectors;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Tells of a lock with its age and who may hold it, and asks what becomes of it. */
final class LockDialog implements LockQuestion {
    private static final double WIDTH = 520;

    @Override
    public Answer ask(LockReport report) {
        var remove = new ButtonType(Messages.get("lock.remove"), ButtonData.LEFT);
        var again = new ButtonType(Messages.get("lock.again"), ButtonData.OK_DONE);
        var alert = new Alert(AlertType.NONE, "", remove, again, ButtonType.CANCEL);
        alert.initOwner(front());
        alert.setTitle(Messages.get("lock.title"));
        alert.setHeaderText(Messages.get("lock.head", report.age()));
        alert.getDialogPane().setContent(content(report));
        alert.getDialogPane().setPrefWidth(WIDTH);
        button(alert, remove, "removeLock");
        button(alert, again, "tryAgain");
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        if (answer == remove) {
            return Answer.REMOVE;
        }
        return answer == again ? Answer.TRY_AGAIN : Answer.GIVE_UP;
    }

    private static void button(Alert alert, ButtonType type, String id) {
        alert.getDialogPane().lookupButton(type).setId(id);
        if (alert.getDialogPane().lookupButton(type) instanceof Button button) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
    }

    private static VBox content(LockReport report) {
        return new VBox(
                8,
                text(holders(report)),
                text(Messages.get(report.holders().isEmpty() ? "lock.left" : "lock.held")),
                soft(report.lock().path().toString()));
    }

    private static String holders(LockReport report) {
        return report.holders().isEmpty()
                ? Messages.get("lock.nobody")
                : Messages.get(
                        "lock.holders",
                        report.holders().stream().map(LockDialog::name).collect(Collectors.joining(", ")));
    }

    private static String name(LockHolder holder) {
        return Messages.get("lock.holder", holder.program(), String.valueOf(holder.process()));
    }

    private static Label text(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label soft(String text) {
        Label label = text(text);
        label.getStyleClass().add("soft");
        return label;
    }

    @Override
    public void tell(Failure failure) {
        Dialogs.error(front(), failure);
    }

    private static @Nullable Window front() {
        return Window.getWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseGet(() -> Window.getWindows().isEmpty()
                        ? null
                        : Window.getWindows().getLast());
    }
}
