package dev.assay.ui.compare;

import dev.assay.ui.fx.Messages;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;

/** The scores that a run is to have, to tick in a list that stays open. */
public final class MetricMenu extends MenuButton {

    /** An empty list; {@link #show(MetricChoice)} fills it. */
    public MetricMenu() {
        setId("metrics");
    }

    /** Offers what can be measured. */
    void show(MetricChoice choice) {
        choice.offered().subscribe(() -> list(choice));
        list(choice);
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> choice.names().isEmpty()
                                ? Messages.get("compare.metrics.none")
                                : String.join(", ", choice.names()),
                        choice.observables().toArray(Observable[]::new)));
    }

    private void list(MetricChoice choice) {
        getItems()
                .setAll(choice.offered().stream()
                        .map(metric -> item(choice, metric))
                        .toList());
    }

    private static CustomMenuItem item(MetricChoice choice, String metric) {
        var box = new CheckBox(metric);
        box.selectedProperty().bindBidirectional(choice.wanted(metric));
        return new CustomMenuItem(box, false);
    }
}
