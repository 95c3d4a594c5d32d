package dev.assay.ui.exchange;

import dev.assay.ui.fx.Messages;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** A name that can be changed before it is written. */
final class TargetCell extends ListCell<Target> {
    @Override
    protected void updateItem(Target target, boolean empty) {
        super.updateItem(target, empty);
        if (empty || target == null) {
            setGraphic(null);
            return;
        }
        var name = new TextField(target.name().get());
        name.setAccessibleText(Messages.get("import.name"));
        name.textProperty().subscribe(target.name()::set);
        name.focusedProperty().subscribe(focused -> {
            if (focused) {
                getListView().getSelectionModel().select(target);
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(8, new FontIcon(target.prompt() ? "fth-file-text" : "fth-grid"), name);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        setGraphic(line);
    }
}
