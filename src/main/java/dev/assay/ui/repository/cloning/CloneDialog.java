package dev.assay.ui.repository.cloning;

import dev.assay.registry.remote.Cloned;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.repository.DialogCredentials;
import dev.assay.workbench.Workspaces;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks for an address and a folder and clones; stays open until that is done or given up. */
public final class CloneDialog extends Dialog<Cloned> {
    private static final double WIDTH = 560;
    private static final double FEEDBACK = 64;
    private static final double GAP = 12;
    private static final double SMALL_GAP = 4;
    private static final Insets MARGIN = new Insets(16, 16, 0, 16);
    private static final ButtonType CLONE = new ButtonType(Messages.get("clone.ok"), ButtonData.OK_DONE);

    private final CloneViewModel viewModel;
    private final TextField address = new TextField();

    private CloneDialog(Window owner, Tasks tasks, Executor frames) {
        // In front of this dialog, which would hide a question of its owner.
        var credentials = new DialogCredentials(() -> getDialogPane().getScene().getWindow(), tasks);
        Cloning cloning = (url, folder, progress) -> Workspaces.clone(url, folder, false, credentials, progress);
        viewModel = new CloneViewModel(cloning, Path.of(System.getProperty("user.home")), tasks, frames, this::close);
        initOwner(owner);
        setTitle(Messages.get("clone.title"));
        setHeaderText(Messages.get("clone.title"));
        getDialogPane().setContent(content());
        getDialogPane().setPrefWidth(WIDTH);
        getDialogPane().getButtonTypes().setAll(CLONE, ButtonType.CANCEL);
        Node ok = getDialogPane().lookupButton(CLONE);
        ok.disableProperty().bind(viewModel.incomplete());
        ok.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            viewModel.start();
        });
        setOnShown(event -> address.requestFocus());
        setOnHidden(event -> viewModel.stop());
    }

    /**
     * Shows the dialog and returns when it is closed.
     *
     * @param frames runs a task on the FX thread with the next frame
     * @param cloned hears of the new workspace
     */
    public static void show(Window owner, Tasks tasks, Executor frames, Consumer<Cloned> cloned) {
        new CloneDialog(owner, tasks, frames).showAndWait().ifPresent(cloned);
    }

    private void close(Cloned cloned) {
        setResult(cloned);
        close();
    }

    private VBox content() {
        address.setId("cloneAddress");
        address.setPromptText(Messages.get("repository.remote.example"));
        address.textProperty().bindBidirectional(viewModel.addressProperty());
        address.disableProperty().bind(viewModel.busyProperty());
        var folder = new TextField();
        folder.setId("cloneFolder");
        folder.textProperty().bindBidirectional(viewModel.folderProperty());
        HBox.setHgrow(folder, Priority.ALWAYS);
        var browse = new Button(Messages.get("clone.browse"));
        browse.setOnAction(event -> browse());
        var place = new HBox(GAP - SMALL_GAP, folder, browse);
        place.disableProperty().bind(viewModel.busyProperty());
        var content = new VBox(GAP, labelled("clone.address", address), labelled("clone.folder", place), feedback());
        content.setPadding(MARGIN);
        return content;
    }

    private static VBox labelled(String key, Node field) {
        return new VBox(SMALL_GAP, new Label(Messages.get(key)), field);
    }

    /** Progress or what went wrong, in room that is always there, so that nothing jumps. */
    private StackPane feedback() {
        var step = new Label();
        step.textProperty().bind(viewModel.progressProperty());
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        var progress = new VBox(SMALL_GAP, bar, step);
        progress.visibleProperty().bind(viewModel.busyProperty());
        var problem = new Label();
        problem.setId("cloneProblem");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.getStyleClass().addAll("text", "danger");
        problem.textProperty().bind(viewModel.problemProperty());
        var feedback = new StackPane(progress, problem);
        StackPane.setAlignment(problem, Pos.TOP_LEFT);
        feedback.setMinHeight(FEEDBACK);
        return feedback;
    }

    private void browse() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Messages.get("clone.folder"));
        File chosen = chooser.showDialog(getOwner());
        if (chosen != null) {
            viewModel.folderProperty().set(chosen.toString());
        }
    }
}
