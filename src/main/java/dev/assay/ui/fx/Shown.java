package dev.assay.ui.fx;

import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Shows or hides a node together with the room it takes. */
public final class Shown {
    private Shown() {}

    /** Shows it or hides it now. */
    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Shows it while that holds. */
    public static void bind(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    /** A label that is there only while it has something to say. */
    public static void text(Label label, ObservableStringValue text) {
        label.textProperty().bind(text);
        bind(label, text.map(now -> !now.isEmpty()));
    }
}
