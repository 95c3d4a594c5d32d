package dev.assay.ui.repository;

import dev.assay.registry.conflict.ConflictedFile;
import dev.assay.registry.conflict.MergeState;
import dev.assay.registry.merge.Choice;
import dev.assay.ui.editor.merge.ConflictCards;
import dev.assay.ui.editor.merge.Sides;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Lets the user decide the conflicts of a merge. */
final class ConflictsDialog {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 640;
    private static final double FILES = 250;

    private final ConflictsViewModel viewModel;

    private ConflictsDialog(ConflictsViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /** Opens it; {@code closed} runs when it is closed, be the merge over or not. */
    static void show(Window owner, ConflictsViewModel viewModel, Runnable closed) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("conflicts.title"));
        dialog.setResizable(true);
        var finish = new ButtonType(Messages.get("conflicts.finish"), ButtonData.OK_DONE);
        var abort = new ButtonType(Messages.get("conflicts.abort"), ButtonData.LEFT);
        var later = new ButtonType(Messages.get("conflicts.later"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().setContent(new ConflictsDialog(viewModel).content());
        dialog.getDialogPane().getButtonTypes().setAll(abort, finish, later);
        Dialogs.escapes(dialog);
        Dialogs.fit(dialog, owner, WIDTH, HEIGHT);
        Node finishing = dialog.getDialogPane().lookupButton(finish);
        finishing.setId("finishMerge");
        finishing.disableProperty().bind(viewModel.readyProperty().not());
        instead(finishing, viewModel::finish);
        instead(dialog.getDialogPane().lookupButton(abort), () -> {
            if (RepositoryDialogs.sureToAbort(owner)) {
                viewModel.abort();
            }
        });
        viewModel.doneProperty().subscribe(done -> {
            if (done) {
                dialog.close();
            }
        });
        dialog.setOnHidden(event -> closed.run());
        dialog.show();
    }

    private static void instead(Node button, Runnable action) {
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            action.run();
        });
    }

    private Node content() {
        var files = new ListView<>(viewModel.files());
        files.setId("conflictFiles");
        files.setPrefWidth(FILES);
        files.setMinWidth(FILES);
        files.setPlaceholder(new Label(Messages.get("conflicts.none")));
        files.setCellFactory(list -> new FileCell());
        files.getSelectionModel().selectedItemProperty().subscribe(file -> {
            if (file != null) {
                viewModel.selectedProperty().set(file);
            }
        });
        viewModel.selectedProperty().subscribe(file -> files.getSelectionModel().select(file));
        var right = new VBox(12, head(), conflicts());
        HBox.setHgrow(right, Priority.ALWAYS);
        var middle = new HBox(12, files, right);
        VBox.setVgrow(middle, Priority.ALWAYS);
        var message = new TextField();
        message.textProperty().bindBidirectional(viewModel.messageProperty());
        message.setPromptText(Messages.get("conflicts.message"));
        Shown.bind(message, viewModel.stateProperty().map(state -> state.kind() == MergeState.Kind.MERGE));
        var problem = new Label();
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        Shown.text(problem, viewModel.problemProperty());
        var all = new VBox(12, middle, message, problem);
        all.setPadding(new Insets(16, 16, 0, 16));
        return all;
    }

    private Node head() {
        var what = new Label();
        what.setWrapText(true);
        what.textProperty().bind(viewModel.selectedProperty().map(ConflictsDialog::what));
        var settle = new Button(Messages.get("conflicts.settle"));
        settle.setId("settleFile");
        settle.getStyleClass().add("accent");
        settle.disableProperty().bind(viewModel.decisions().decidedProperty().not());
        settle.setOnAction(event -> viewModel.settle());
        ObservableValue<Boolean> isText =
                viewModel.selectedProperty().map(file -> file.text() != null).orElse(false);
        Shown.bind(settle, isText);
        var edited = new Button(Messages.get("conflicts.disk"));
        edited.setOnAction(event -> viewModel.takeAsOnDisk());
        var ours = new Button(Messages.get("conflicts.all.ours"));
        ours.setOnAction(event -> viewModel.chooseAll(Choice.OURS));
        var theirs = new Button(Messages.get("conflicts.all.theirs"));
        theirs.setOnAction(event -> viewModel.chooseAll(Choice.THEIRS));
        var buttons = new HBox(8, ours, theirs, edited, settle);
        buttons.setAlignment(Pos.CENTER_LEFT);
        var head = new VBox(8, what, buttons);
        Shown.bind(head, viewModel.selectedProperty().map(file -> true).orElse(false));
        return head;
    }

    private Node conflicts() {
        var scroll = new ConflictCards(viewModel.decisions(), Sides.ofBranches());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static String what(ConflictedFile file) {
        return switch (file.kind()) {
            case TEXT -> Messages.get("conflicts.text", file.path());
            case BINARY -> Messages.get("conflicts.binary", file.path());
            case DELETED_BY_US -> Messages.get("conflicts.deleted.ours", file.path());
            case DELETED_BY_THEM -> Messages.get("conflicts.deleted.theirs", file.path());
            case RENAMED_AWAY -> Messages.get("conflicts.renamed.away", file.path());
            case RENAMED_BY_US -> Messages.get("conflicts.renamed.ours", file.path());
            case RENAMED_BY_THEM -> Messages.get("conflicts.renamed.theirs", file.path());
        };
    }

    private static final class FileCell extends ListCell<ConflictedFile> {
        @Override
        protected void updateItem(ConflictedFile file, boolean empty) {
            super.updateItem(file, empty);
            setText(empty || file == null ? null : file.path());
        }
    }
}
