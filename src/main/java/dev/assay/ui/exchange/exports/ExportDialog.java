package dev.assay.ui.exchange.exports;

import dev.assay.ui.exchange.report.ReportController;
import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.fx.ViewLoader;
import dev.assay.workbench.Workbench;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** Shows a prompt in another format. */
public final class ExportDialog {
    private static final double WIDTH = 920;
    private static final double HEIGHT = 720;

    private ExportDialog() {}

    /** Opens the dialog. */
    public static void show(Window owner, Workbench workbench, Tasks tasks) {
        show(owner, new ExportViewModel(workbench, tasks));
    }

    static void show(Window owner, ExportViewModel viewModel) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.get("export.title"));
        dialog.setResizable(true);
        dialog.getDialogPane()
                .setContent(ViewLoader.load(new ExportController(viewModel), new ReportController(viewModel.report())));
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        Dialogs.fit(dialog, owner, WIDTH, HEIGHT);
        viewModel.load();
        dialog.show();
    }
}
