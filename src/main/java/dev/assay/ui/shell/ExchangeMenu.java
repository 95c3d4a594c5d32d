package dev.assay.ui.shell;

import dev.assay.ui.exchange.exports.ExportDialog;
import dev.assay.ui.exchange.imports.ImportDialog;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Workbench;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Import and export, in the window's title bar. */
public final class ExchangeMenu extends MenuButton {
    private final MenuItem bringIn = new MenuItem(Messages.get("shell.import"), new FontIcon("fth-download"));
    private final MenuItem handOut = new MenuItem(Messages.get("shell.export"), new FontIcon("fth-upload"));

    /** A menu that waits for a workspace. */
    public ExchangeMenu() {
        super(Messages.get("shell.exchange"));
        getItems().setAll(bringIn, handOut);
        setDisable(true);
    }

    /** @param imported lets the screen in front look again */
    void open(Workbench workbench, Tasks tasks, Runnable imported) {
        bringIn.setOnAction(event -> ImportDialog.show(
                getScene().getWindow(), workbench.exchange(), tasks, null, written -> imported.run()));
        handOut.setOnAction(event -> ExportDialog.show(getScene().getWindow(), workbench, tasks));
        setDisable(false);
    }
}
