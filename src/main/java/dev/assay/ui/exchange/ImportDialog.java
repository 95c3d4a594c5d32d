package dev.assay.ui.exchange;

import dev.assay.exchange.Format;
import dev.assay.exchange.report.Outcome;
import dev.assay.exchange.report.Report;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Exchange;
import java.io.File;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows what an import would bring before anything is written. */
public final class ImportDialog {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 660;

    private final ImportViewModel viewModel;
    private final TextArea preview = new TextArea();

    private ImportDialog(ImportViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /** Opens the dialog. */
    public static void show(Window owner, Exchange exchange, Tasks tasks) {
        show(owner, new ImportViewModel(exchange, tasks));
    }

    static void show(Window owner, ImportViewModel viewModel) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("import.title"));
        dialog.setResizable(true);
        var write = new ButtonType(Messages.get("import.import"), ButtonData.OK_DONE);
        dialog.getDialogPane().setContent(new ImportDialog(viewModel).content(owner));
        dialog.getDialogPane().getButtonTypes().setAll(write, ButtonType.CANCEL);
        dialog.getDialogPane().setPrefSize(WIDTH, Math.min(HEIGHT, owner.getHeight()));
        var button = dialog.getDialogPane().lookupButton(write);
        button.disableProperty().bind(viewModel.readyProperty().not());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            viewModel.write();
        });
        viewModel.doneProperty().subscribe(done -> {
            if (done) {
                dialog.close();
            }
        });
        dialog.show();
    }

    private Node content(Window owner) {
        var targets = new ListView<>(viewModel.targets());
        targets.setId("importTargets");
        targets.setPrefWidth(300);
        targets.setPlaceholder(new Label(Messages.get("import.empty")));
        targets.setCellFactory(list -> new TargetCell());
        targets.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> preview.setText(one == null ? "" : one.text()));
        viewModel
                .reportProperty()
                .subscribe(report -> targets.getSelectionModel().selectFirst());
        preview.setEditable(false);
        preview.getStyleClass().add("monospace");
        preview.setPromptText(Messages.get("import.preview"));
        HBox.setHgrow(preview, Priority.ALWAYS);
        var middle = new HBox(12, targets, preview);
        VBox.setVgrow(middle, Priority.ALWAYS);
        var counts = new Label();
        counts.getStyleClass().add("section-title");
        counts.textProperty().bind(viewModel.reportProperty().map(ImportDialog::counts));
        var entries = new ListView<>(viewModel.entries());
        entries.setId("importReport");
        entries.setPrefHeight(190);
        entries.setPlaceholder(new Label(Messages.get("import.report.empty")));
        entries.setCellFactory(list -> new ReportEntryCell());
        var problem = new Label();
        problem.getStyleClass().add("problem-line");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var all = new VBox(12, bar(owner), middle, counts, entries, problem);
        all.setPadding(new Insets(16, 16, 0, 16));
        return all;
    }

    private static String counts(Report report) {
        return Messages.get(
                "import.counts",
                report.count(Outcome.CONVERTED),
                report.count(Outcome.NEEDS_HAND),
                report.count(Outcome.LEFT_OUT));
    }

    private Node bar(Window owner) {
        var choose = new Button(Messages.get("import.choose"), new FontIcon("fth-folder"));
        choose.setOnAction(event -> {
            var chooser = new FileChooser();
            chooser.setTitle(Messages.get("import.choose"));
            File file = chooser.showOpenDialog(owner);
            if (file != null) {
                viewModel.open(file.toPath());
            }
        });
        var paste = new Button(Messages.get("import.paste"), new FontIcon("fth-clipboard"));
        paste.setOnAction(event -> {
            String text = Clipboard.getSystemClipboard().getString();
            viewModel.paste(text == null ? "" : text);
        });
        var format = new ComboBox<Format>();
        format.setId("importFormat");
        format.getItems().setAll(Format.values());
        format.setPromptText(Messages.get("import.format"));
        format.setConverter(new Labels());
        format.valueProperty().bindBidirectional(viewModel.formatProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, choose, paste, gap, format);
    }

    private static final class Labels extends StringConverter<Format> {
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
