package dev.assay.ui.shell;

import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.repository.cloning.CloneDialog;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The name of the workspace, in the title bar; a menu that opens another one in a window of its own. */
public final class WorkspaceMenu extends MenuButton {
    private final MenuItem open = new MenuItem(Messages.get("shell.open"), new FontIcon("fth-folder"));
    private final MenuItem copy = new MenuItem(Messages.get("shell.clone"), new FontIcon("fth-download-cloud"));

    /** A menu without a name yet. */
    public WorkspaceMenu() {
        setMnemonicParsing(false);
        getItems().setAll(open, copy);
    }

    /**
     * Shows a workspace.
     *
     * @param frames runs a task on the FX thread with the next frame
     * @param opener opens the folder that the user chose
     */
    void show(String name, Path workspace, Tasks tasks, Executor frames, Consumer<Path> opener) {
        setText(name);
        setTooltip(new Tooltip(workspace.toString()));
        open.setOnAction(event -> choose(workspace, opener));
        copy.setOnAction(event ->
                CloneDialog.show(getScene().getWindow(), tasks, frames, cloned -> opener.accept(cloned.folder())));
    }

    private void choose(Path workspace, Consumer<Path> opener) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Messages.get("shell.open.title"));
        Path parent = workspace.getParent();
        if (parent != null && parent.toFile().isDirectory()) {
            chooser.setInitialDirectory(parent.toFile());
        }
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            opener.accept(chosen.toPath());
        }
    }
}
