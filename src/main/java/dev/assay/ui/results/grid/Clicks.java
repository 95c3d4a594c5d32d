package dev.assay.ui.results.grid;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Makes figures act when they are clicked. */
final class Clicks {
    private Clicks() {}

    /** @param tip what a click does, shown on a label; null to leave its tooltip as it is */
    static void on(Region figure, @Nullable String tip, Runnable action) {
        figure.getStyleClass().add("clickable");
        figure.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                action.run();
                event.consume();
            }
        });
        if (tip != null && figure instanceof Label label) {
            label.setTooltip(new Tooltip(tip));
        }
    }
}
