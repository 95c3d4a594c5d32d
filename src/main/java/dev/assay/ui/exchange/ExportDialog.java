package dev.assay.ui.exchange;

import dev.assay.exchange.ExportFormat;
import dev.assay.llm.StorageException;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Workbench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a prompt in another format, to copy or to save. */
public final class ExportDialog {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 660;

    private ExportDialog() {}

    /** Opens the dialog. */
    public static void show(Window owner, Workbench workbench, Tasks tasks) {
        var viewModel = new ExportViewModel(workbench, tasks);
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("export.title"));
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content(owner, viewModel));
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().setPrefSize(WIDTH, Math.min(HEIGHT, owner.getHeight()));
        viewModel.load();
        dialog.show();
    }

    private static Node content(Window owner, ExportViewModel viewModel) {
        var text = new TextArea();
        text.setId("exportText");
        text.setEditable(false);
        text.getStyleClass().add("monospace");
        text.textProperty().bind(viewModel.textProperty());
        VBox.setVgrow(text, Priority.ALWAYS);
        var entries = new ListView<>(viewModel.entries());
        entries.setPrefHeight(140);
        entries.setPlaceholder(new Label(Messages.get("export.report.empty")));
        entries.setCellFactory(list -> new ReportEntryCell());
        var problem = new Label();
        problem.getStyleClass().add("problem-line");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var all = new VBox(12, choices(viewModel), text, entries, problem, actions(owner, viewModel));
        all.setPadding(new Insets(16, 16, 0, 16));
        return all;
    }

    private static Node choices(ExportViewModel viewModel) {
        var prompt = new ComboBox<>(viewModel.prompts());
        prompt.setId("exportPrompt");
        prompt.setPromptText(Messages.get("export.prompt"));
        prompt.valueProperty().bindBidirectional(viewModel.promptProperty());
        var format = new ComboBox<ExportFormat>();
        format.setId("exportFormat");
        format.getItems().setAll(ExportFormat.values());
        format.setConverter(new Labels());
        format.valueProperty().bindBidirectional(viewModel.formatProperty());
        var dataset = new ComboBox<>(viewModel.datasets());
        dataset.setPromptText(Messages.get("export.dataset"));
        dataset.valueProperty().bindBidirectional(viewModel.datasetProperty());
        return new HBox(8, prompt, format, dataset);
    }

    private static Node actions(Window owner, ExportViewModel viewModel) {
        var copy = new Button(Messages.get("export.copy"), new FontIcon("fth-copy"));
        copy.setId("exportCopy");
        copy.disableProperty().bind(viewModel.textProperty().isEmpty());
        copy.setOnAction(event -> {
            var content = new ClipboardContent();
            content.putString(viewModel.textProperty().get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        var save = new Button(Messages.get("export.save"), new FontIcon("fth-save"));
        save.disableProperty().bind(viewModel.textProperty().isEmpty());
        save.setOnAction(event -> save(owner, viewModel));
        return new HBox(8, copy, save);
    }

    private static void save(Window owner, ExportViewModel viewModel) {
        var chooser = new FileChooser();
        chooser.setInitialFileName("prompt." + viewModel.ending());
        File file = chooser.showSaveDialog(owner);
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file.toPath(), viewModel.textProperty().get());
        } catch (IOException e) {
            Dialogs.error(owner, Failure.of(new StorageException("Cannot write " + file + ": " + e.getMessage(), e)));
        }
    }

    private static final class Labels extends StringConverter<ExportFormat> {
        @Override
        public String toString(@Nullable ExportFormat format) {
            return format == null ? "" : format.label();
        }

        @Override
        public ExportFormat fromString(String text) {
            throw new UnsupportedOperationException("Formats are chosen");
        }
    }
}
