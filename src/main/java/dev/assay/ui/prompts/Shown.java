package dev.assay.ui.prompts;

import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Shows or hides a node together with the room it takes. */
final class Shown {
    private Shown() {}

    static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    static void bind(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    /** A label that is there only while it has something to say. */
    static void text(Label label, ObservableStringValue text) {
        label.textProperty().bind(text);
        bind(label, text.map(now -> !now.isEmpty()));
    }
}
