package dev.assay.ui.settings;

import dev.assay.ui.fx.Dialogs;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Shown;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.SettingsText;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** A settings file as text. It closes once the text is right and saved. */
final class FileDialog {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 620;
    private static final double MARGIN = 16;

    private FileDialog() {}

    static void show(Window owner, SettingsText file, Tasks tasks, Runnable saved) {
        tasks.run(file::read, text -> open(owner, file, text, tasks, saved), failure -> Dialogs.error(owner, failure));
    }

    private static void open(Window owner, SettingsText file, String text, Tasks tasks, Runnable saved) {
        var area = new TextArea(text);
        area.getStyleClass().add("monospace");
        VBox.setVgrow(area, Priority.ALWAYS);
        var problem = new SimpleStringProperty("");
        var shown = new Label();
        shown.setWrapText(true);
        shown.getStyleClass().add("field-problem");
        Shown.text(shown, problem);
        var content = new VBox(area, shown);
        content.setSpacing(8);
        content.setPadding(new Insets(MARGIN, MARGIN, 0, MARGIN));
        var dialog = new Dialog<Void>();
        dialog.initOwner(owner);
        dialog.setTitle(file.name());
        dialog.setResizable(true);
        var save = new ButtonType(Messages.get("settings.file.save"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().setAll(save, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane()
                .getStylesheets()
                .add(Objects.requireNonNull(FileDialog.class.getResource("settings.css"))
                        .toExternalForm());
        dialog.getDialogPane().lookupButton(save).addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            String typed = area.getText();
            tasks.run(
                    () -> {
                        file.write(typed);
                        return true;
                    },
                    done -> {
                        dialog.close();
                        saved.run();
                    },
                    failure -> problem.set(failure.summary()));
        });
        dialog.setOnShown(event -> Dialogs.fit(dialog, owner, WIDTH, HEIGHT));
        dialog.show();
    }
}
