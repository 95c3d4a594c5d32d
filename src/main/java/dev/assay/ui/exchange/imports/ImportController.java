package dev.assay.ui.exchange.imports;

import dev.assay.exchange.Format;
import dev.assay.ui.fx.Lasting;
import dev.assay.ui.fx.Messages;
import java.io.File;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Shows what an import would bring. */
public final class ImportController {
    private static final Duration PATIENCE = Duration.millis(300);

    private final ImportViewModel viewModel;
    private @Nullable Lasting slow;

    @FXML
    private Label file;

    @FXML
    private ComboBox<@Nullable Format> format;

    @FXML
    private ListView<Target> targets;

    @FXML
    private Node columns;

    @FXML
    private TextArea preview;

    @FXML
    private PreviewTable cases;

    @FXML
    private HBox working;

    @FXML
    private ProgressBar progress;

    @FXML
    private Label problem;

    ImportController(ImportViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        file.textProperty().bind(viewModel.fileProperty());
        format.getItems().setAll(Format.values());
        format.setConverter(new Labels());
        format.valueProperty().bindBidirectional(viewModel.formatProperty());
        targets.setItems(viewModel.targets());
        targets.setCellFactory(list -> new TargetCell());
        targets.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> preview.setText(one == null ? "" : one.preview()));
        viewModel.stateProperty().subscribe(state -> {
            if (state == ImportViewModel.State.READY
                    && targets.getSelectionModel().isEmpty()) {
                targets.getSelectionModel().selectFirst();
            }
        });
        slow = new Lasting(viewModel.stateProperty().isEqualTo(ImportViewModel.State.WORKING), PATIENCE);
        shownWhile(working, slow.holdsProperty());
        progress.progressProperty().bind(viewModel.progressProperty());
        shownWhile(columns, viewModel.tableProperty());
        shownWhile(cases, viewModel.tableProperty());
        shownWhile(preview, viewModel.tableProperty().not());
        viewModel.previewProperty().subscribe(cases::show);
        problem.textProperty().bind(viewModel.problemProperty());
        shownWhile(problem, viewModel.problemProperty().isNotEmpty());
    }

    private static void shownWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    @FXML
    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.get("import.choose"));
        File chosen = chooser.showOpenDialog(file.getScene().getWindow());
        if (chosen != null) {
            viewModel.open(chosen.toPath());
        }
    }

    @FXML
    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        viewModel.paste(text == null ? "" : text);
    }

    @FXML
    private void stop() {
        viewModel.stop();
    }

    private static final class Labels extends StringConverter<@Nullable Format> {
        @Override
        public String toString(@Nullable Format format) {
            return format == null ? "" : format.label();
        }

        @Override
        public Format fromString(String text) {
            throw new UnsupportedOperationException("Formats are chosen");
        }
    }
}
