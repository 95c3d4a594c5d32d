package dev.assay.ui.prompts.deleted;

import dev.assay.registry.files.DeletedPrompt;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Lists deleted prompts and asks which of them to bring back. */
public final class DeletedDialog {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 440;
    private static final double GAP = 8;

    private final DeletedViewModel viewModel;
    private final ListView<DeletedPrompt> list = new ListView<>();

    private DeletedDialog(DeletedViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /** The prompt to restore, or empty where the user wants none. */
    public static Optional<DeletedPrompt> ask(@Nullable Window owner, DeletedViewModel viewModel) {
        return new DeletedDialog(viewModel).ask(owner);
    }

    private Optional<DeletedPrompt> ask(@Nullable Window owner) {
        var dialog = new Dialog<DeletedPrompt>();
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.setTitle(Messages.get("deleted.title"));
        dialog.setHeaderText(Messages.get("deleted.title"));
        dialog.setResizable(true);
        var restore = new ButtonType(Messages.get("deleted.restore"), ButtonData.OK_DONE);
        var pane = dialog.getDialogPane();
        pane.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/dev/assay/ui/prompts/prompts.css"))
                        .toExternalForm());
        pane.getButtonTypes().setAll(restore, ButtonType.CANCEL);
        Dialogs.escapes(dialog);
        pane.setContent(content());
        pane.setPrefSize(WIDTH, HEIGHT);
        Button button = (Button) pane.lookupButton(restore);
        button.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                button.fire();
            }
        });
        dialog.setResultConverter(
                chosen -> chosen == restore ? list.getSelectionModel().getSelectedItem() : null);
        dialog.setOnShown(event -> list.requestFocus());
        dialog.setOnHidden(event -> viewModel.stop());
        viewModel.load();
        return dialog.showAndWait();
    }

    private VBox content() {
        list.setId("deletedPrompts");
        list.getStyleClass().add("revisions");
        list.setItems(viewModel.prompts());
        list.setCellFactory(view -> new DeletedCell(InstantSource.system()));
        var placeholder = new Label();
        placeholder.setWrapText(true);
        placeholder.textProperty().bind(viewModel.stateProperty());
        list.setPlaceholder(placeholder);
        VBox.setVgrow(list, Priority.ALWAYS);
        var note = new Label();
        note.getStyleClass().add("soft");
        Shown.text(note, viewModel.noteProperty());
        var frame = new VBox(list);
        frame.getStyleClass().add("framed");
        VBox.setVgrow(frame, Priority.ALWAYS);
        var content = new VBox(GAP, frame, note);
        content.getStyleClass().add("deleted-prompts");
        return content;
    }
}
