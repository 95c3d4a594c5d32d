package dev.assay.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.javafx.FontIcon;

/** A place in the navigation: an icon above its name. Unlike a plain toggle, pressing it twice keeps it chosen. */
final class NavigationButton extends ToggleButton {
    private NavigationButton(Destination destination) {
        super(destination.label(), new FontIcon(destination.icon()));
        setContentDisplay(ContentDisplay.TOP);
        setAlignment(Pos.CENTER);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().setAll("rail-button");
    }

    static NavigationButton of(Destination destination, ToggleGroup group, Runnable chosen) {
        var button = new NavigationButton(destination);
        button.setToggleGroup(group);
        button.setOnAction(event -> chosen.run());
        return button;
    }

    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
