package dev.assay.ui.calls;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.kordamp.ikonli.javafx.FontIcon;

/** What can be done to the file of the history. Public because FXML makes it. */
public final class FileMenu extends MenuButton {

    /** A menu of nothing yet. */
    public FileMenu() {
        setText(Messages.get("calls.file"));
        setGraphic(new FontIcon("fth-database"));
    }

    /** Offers what can be done. */
    void bind(FileViewModel file, Consumer<Path> export) {
        getItems()
                .setAll(
                        item(Messages.get("calls.file.backup"), () -> backup(file)),
                        item(Messages.get("calls.file.restore"), () -> restore(file)),
                        item(Messages.get("calls.file.check"), file::check),
                        item(Messages.get("calls.file.export"), () -> export(export)),
                        new SeparatorMenuItem(),
                        item(Messages.get("calls.file.prune"), () -> prune(file)),
                        item(Messages.get("calls.file.compact"), file::compact),
                        new SeparatorMenuItem(),
                        item(Messages.get("calls.file.encrypt"), file::encrypt),
                        item(Messages.get("calls.file.decrypt"), file::decrypt));
    }

    private void backup(FileViewModel file) {
        var chooser = chooser(Messages.get("calls.file.backup"));
        chooser.setInitialFileName("assay-history.zip");
        File target = chooser.showSaveDialog(getScene().getWindow());
        if (target != null) {
            file.backup(target.toPath());
        }
    }

    private void export(Consumer<Path> export) {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.get("calls.file.export"));
        chooser.getExtensionFilters()
                .setAll(
                        new ExtensionFilter(Messages.get("calls.file.jsonl"), "*.jsonl"),
                        new ExtensionFilter(Messages.get("calls.file.csv"), "*.csv"));
        chooser.setInitialFileName("calls.jsonl");
        File target = chooser.showSaveDialog(getScene().getWindow());
        if (target != null) {
            export.accept(target.toPath());
        }
    }

    private void restore(FileViewModel file) {
        File backup = chooser(Messages.get("calls.file.restore"))
                .showOpenDialog(getScene().getWindow());
        if (backup != null
                && Dialogs.sure(
                        getScene().getWindow(),
                        Messages.get("calls.file.restore.title"),
                        Messages.get("calls.file.restore.text", backup.getName()),
                        Messages.get("calls.file.restore.ok"))) {
            file.restore(backup.toPath());
        }
    }

    private void prune(FileViewModel file) {
        days(file).ifPresent(days -> {
            if (Dialogs.sure(
                    getScene().getWindow(),
                    Messages.get("calls.file.prune.title"),
                    Messages.get("calls.file.prune.text", days),
                    Messages.get("calls.file.prune.ok"))) {
                file.prune(days);
            }
        });
    }

    private Optional<Integer> days(FileViewModel file) {
        return Dialogs.line(
                        getScene().getWindow(),
                        Messages.get("calls.file.prune.days"),
                        "90",
                        "90",
                        Messages.get("calls.file.prune.next"))
                .flatMap(file::days);
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new ExtensionFilter(Messages.get("calls.file.zip"), "*.zip"));
        return chooser;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
