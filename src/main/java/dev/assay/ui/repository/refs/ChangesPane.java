package dev.assay.ui.repository.refs;

import dev.assay.registry.compare.FileChange;
import dev.assay.ui.editor.diff.DiffPane;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What differs: the files above, one of them in full below. */
final class ChangesPane extends VBox {
    private static final double FILES = 128;
    private static final double LEAST = 320;

    ChangesPane(ChangesViewModel viewModel) {
        getStyleClass().add("ref-changes");
        setMinWidth(LEAST);
        var title = new Label();
        title.getStyleClass().add("ref-title");
        title.setWrapText(true);
        Shown.text(title, viewModel.titleProperty());
        var note = new Label();
        note.getStyleClass().addAll("soft", "ref-note");
        note.setWrapText(true);
        Shown.text(note, viewModel.noteProperty());
        var diff = new DiffPane();
        diff.show(viewModel.diff());
        VBox.setVgrow(diff, Priority.ALWAYS);
        getChildren().setAll(title, files(viewModel), note, diff);
    }

    private static ListView<FileChange> files(ChangesViewModel viewModel) {
        var files = new ListView<>(viewModel.files());
        files.setId("refFiles");
        files.getStyleClass().add("ref-files");
        files.setMinHeight(FILES);
        files.setPrefHeight(FILES);
        var none = new Label();
        none.textProperty()
                .bind(viewModel
                        .titleProperty()
                        .map(title -> Messages.get(title.isEmpty() ? "refs.choose" : "refs.same")));
        files.setPlaceholder(none);
        files.setCellFactory(list -> new FileCell());
        files.getSelectionModel().selectedItemProperty().subscribe(file -> {
            if (file != null) {
                viewModel.shownProperty().set(file);
            }
        });
        viewModel.shownProperty().subscribe(file -> {
            if (file != null && file != files.getSelectionModel().getSelectedItem()) {
                files.getSelectionModel().select(file);
            }
        });
        return files;
    }

    private static final class FileCell extends ListCell<FileChange> {
        FileCell() {
            setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(FileChange file, boolean empty) {
            super.updateItem(file, empty);
            if (empty || file == null) {
                setText(null);
                return;
            }
            String path = file.kind() == FileChange.Kind.RENAMED
                    ? Messages.get("refs.file.renamed", file.oldPath(), file.path())
                    : file.path();
            setText(file.kind().letter() + "   " + path);
        }
    }
}
