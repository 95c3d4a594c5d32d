package dev.assay.ui.exchange.report;

import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;
import dev.assay.exchange.report.ReportEntry;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import java.io.File;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Shows a report. */
public final class ReportController {
    private final ReportViewModel viewModel;
    private final ToggleGroup kinds = new ToggleGroup();

    @FXML
    private HBox segments;

    @FXML
    private ListView<ReportEntry> entries;

    @FXML
    private Button copy;

    @FXML
    private Button save;

    /** A controller of a report. */
    public ReportController(ReportViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        entries.setItems(viewModel.observableEntries());
        entries.setCellFactory(list -> new ReportEntryCell());
        segment(null, "report.all");
        segment(Outcome.REFUSED, "report.refused");
        segment(Outcome.NEEDS_HAND, "report.hand");
        segment(Outcome.LEFT_OUT, "report.left");
        segment(Outcome.CONVERTED, "report.converted");
        copy.disableProperty()
                .bind(viewModel.reportProperty().map(report -> report.entries().isEmpty()));
        save.disableProperty().bind(copy.disableProperty());
    }

    private void segment(@Nullable Outcome kind, String key) {
        var button = new ToggleButton();
        button.setToggleGroup(kinds);
        button.textProperty().bind(viewModel.reportProperty().map(report -> Messages.get(key, count(report, kind))));
        button.managedProperty().bind(viewModel.reportProperty().map(report -> count(report, kind) > 0));
        button.visibleProperty().bind(button.managedProperty());
        // Pressed once more it stays as it is: one kind is always chosen.
        button.setOnAction(event -> {
            viewModel.onlyProperty().set(kind);
            button.setSelected(true);
        });
        viewModel.onlyProperty().subscribe(only -> button.setSelected(only == kind));
        segments.getChildren().add(button);
    }

    private static long count(Report report, @Nullable Outcome kind) {
        return kind == null ? report.entries().size() : report.count(kind);
    }

    @FXML
    private void copy() {
        var content = new ClipboardContent();
        content.putString(viewModel.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @FXML
    private void save() {
        var chooser = new FileChooser();
        chooser.setInitialFileName("report.txt");
        File file = chooser.showSaveDialog(entries.getScene().getWindow());
        if (file != null) {
            viewModel.save(
                    file.toPath(), failure -> Dialogs.error(entries.getScene().getWindow(), failure));
        }
    }
}
