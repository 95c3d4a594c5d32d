package dev.assay.ui.monitoring;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One figure with its name above it. */
final class TileCard extends VBox {
    TileCard(Tile tile) {
        var label = new Label(tile.label());
        label.getStyleClass().add("tile-label");
        var value = new Label(tile.value());
        value.getStyleClass().add("tile-value");
        value.setMinWidth(USE_PREF_SIZE);
        var change = new Label(tile.change());
        change.getStyleClass().add("tile-label");
        getStyleClass().add("tile");
        if (tile.alarming()) {
            getStyleClass().add("alarming");
        }
        getChildren().setAll(label, value, change);
    }
}
