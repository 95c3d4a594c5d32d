package dev.assay.ui.exchange.imports;

import dev.assay.ui.exchange.report.ReportController;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.workbench.Exchange;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Shows what an import would bring before anything is written. */
public final class ImportDialog {
    private static final double WIDTH = 920;
    private static final double HEIGHT = 720;

    private ImportDialog() {}

    /**
     * Opens the dialog.
     *
     * @param prompt what tables are for, or null where the one that they fit best is looked for
     * @param imported hears the paths under the workspace of what was written
     */
    public static void show(
            Window owner, Exchange exchange, Tasks tasks, @Nullable String prompt, Consumer<List<String>> imported) {
        var viewModel = new ImportViewModel(exchange, tasks);
        viewModel.columns().prefer(prompt);
        show(owner, viewModel, imported);
    }

    static void show(Window owner, ImportViewModel viewModel, Consumer<List<String>> imported) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("import.title"));
        dialog.setResizable(true);
        var write = new ButtonType(Messages.get("import.import"), ButtonData.OK_DONE);
        dialog.getDialogPane()
                .setContent(ViewLoader.load(
                        new ImportController(viewModel),
                        new ColumnsController(viewModel.columns()),
                        new ReportController(viewModel.report())));
        dialog.getDialogPane().getButtonTypes().setAll(write, ButtonType.CANCEL);
        Dialogs.escapes(dialog);
        Dialogs.fit(dialog, owner, WIDTH, HEIGHT);
        var button = dialog.getDialogPane().lookupButton(write);
        button.disableProperty().bind(viewModel.stateProperty().isNotEqualTo(ImportViewModel.State.READY));
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            viewModel.write();
        });
        viewModel.stateProperty().subscribe(state -> {
            if (state == ImportViewModel.State.DONE) {
                dialog.close();
                imported.accept(viewModel.written());
            }
        });
        dialog.setOnHidden(event -> viewModel.close());
        dialog.show();
    }
}
