package dev.assay.ui.exchange.exports;

import dev.assay.exchange.ExportFormat;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import java.io.File;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows a prompt in another format, to copy or to save. */
public final class ExportController {
    private final ExportViewModel viewModel;

    @FXML
    private ComboBox<@Nullable String> prompt;

    @FXML
    private ComboBox<ExportFormat> format;

    @FXML
    private ComboBox<@Nullable String> dataset;

    @FXML
    private TextArea text;

    @FXML
    private Button copy;

    @FXML
    private Button save;

    @FXML
    private Label problem;

    ExportController(ExportViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        prompt.setItems(viewModel.prompts());
        prompt.valueProperty().bindBidirectional(viewModel.promptProperty());
        format.getItems().setAll(ExportFormat.values());
        format.setConverter(new Labels());
        format.valueProperty().bindBidirectional(viewModel.formatProperty());
        dataset.setItems(viewModel.datasets());
        dataset.setConverter(new OrNone());
        dataset.valueProperty().bindBidirectional(viewModel.datasetProperty());
        text.textProperty().bind(viewModel.textProperty());
        copy.disableProperty().bind(viewModel.textProperty().isEmpty());
        save.disableProperty().bind(viewModel.textProperty().isEmpty());
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
    }

    @FXML
    private void copy() {
        viewModel.whole(whole -> {
            var content = new ClipboardContent();
            content.putString(whole);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @FXML
    private void save() {
        var chooser = new FileChooser();
        chooser.setInitialFileName(viewModel.fileName());
        File file = chooser.showSaveDialog(text.getScene().getWindow());
        if (file != null) {
            viewModel.save(
                    file.toPath(), failure -> Dialogs.error(text.getScene().getWindow(), failure));
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

    private static final class OrNone extends StringConverter<@Nullable String> {
        @Override
        public String toString(@Nullable String dataset) {
            return dataset == null || dataset.isEmpty() ? Messages.get("export.dataset.none") : dataset;
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException("Datasets are chosen");
        }
    }
}
