package dev.assay.ui.prompts.files;

import dev.assay.registry.GitStatus;
import dev.assay.ui.fx.Messages;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks in dialogs. */
public final class FileDialogs implements FileQuestions {
    private static final double WIDTH = 480;

    private final Supplier<@Nullable Window> owner;

    /** @param owner the window to ask in front of, or null before it is shown */
    public FileDialogs(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<RenameChoice> rename(RenamePlan plan) {
        return new RenameDialog(plan).ask(owner.get());
    }

    @Override
    public boolean delete(DeletePlan plan) {
        var delete = new ButtonType(Messages.get("files.delete"), ButtonData.OK_DONE);
        var alert = new Alert(AlertType.CONFIRMATION, text(plan), delete, ButtonType.CANCEL);
        alert.setTitle(Messages.get("files.delete.title", plan.name()));
        alert.setHeaderText(Messages.get("files.delete.title", plan.name()));
        alert.setGraphic(null);
        Window window = owner.get();
        if (window != null) {
            alert.initOwner(window);
        }
        alert.getDialogPane().setPrefWidth(WIDTH);
        return alert.showAndWait().filter(delete::equals).isPresent();
    }

    private static String text(DeletePlan plan) {
        String back = Messages.get(plan.status() == GitStatus.CLEAN ? "files.delete.clean" : "files.delete.edited");
        return plan.references().isEmpty()
                ? back
                : back + "\n\n" + Messages.get("files.delete.named", String.join("\n", plan.references()));
    }
}
