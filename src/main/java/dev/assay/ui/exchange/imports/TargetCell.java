package dev.assay.ui.exchange.imports;

import dev.assay.ui.fx.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A name that can be changed before it is written. */
final class TargetCell extends ListCell<Target> {
    TargetCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Target target, boolean empty) {
        super.updateItem(target, empty);
        if (empty || target == null) {
            setGraphic(null);
            return;
        }
        var name = new TextField();
        name.textProperty().bindBidirectional(target.name());
        name.setAccessibleText(Messages.get("import.name"));
        name.focusedProperty().subscribe(focused -> {
            if (focused) {
                getListView().getSelectionModel().select(target);
            }
        });
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(8, new FontIcon(target instanceof Target.Prompt ? "fth-file-text" : "fth-grid"), name);
        line.setAlignment(Pos.CENTER_LEFT);
        if (target instanceof Target.Cases cases) {
            var count = new Label(Messages.get("import.cases", cases.dataset().cases()));
            count.getStyleClass().add("soft");
            count.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(count);
        }
        setGraphic(line);
    }
}
