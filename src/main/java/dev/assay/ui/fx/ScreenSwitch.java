package dev.assay.ui.fx;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Leads from one of two or more screens that share a place to another. Public because FXML makes it. */
public final class ScreenSwitch extends HBox {

    /** A switch that leads nowhere yet. */
    public ScreenSwitch() {
        getStyleClass().add("screen-switch");
        Shown.set(this, false);
    }

    /**
     * Offers the screens.
     *
     * @param names of the screens, in order; at least two
     * @param here the place of the screen that the switch stands on, from 0
     * @param go shows the screen of a place
     */
    public void offer(List<String> names, int here, IntConsumer go) {
        var group = new ToggleGroup();
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            var button = new ToggleButton(names.get(i));
            button.setToggleGroup(group);
            button.setSelected(i == here);
            button.getStyleClass().add(i == 0 ? "left-pill" : i == names.size() - 1 ? "right-pill" : "center-pill");
            button.setOnAction(event -> {
                // The switch of this screen goes on saying so.
                group.selectToggle(group.getToggles().get(here));
                go.accept(place);
            });
            getChildren().add(button);
        }
        Shown.set(this, true);
    }
}
