package dev.assay.ui.fx;

import java.util.function.Supplier;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.stage.Window;

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

    /** Fills a tab when the user first goes there. */
    public static void lazily(Tab tab, Supplier<Node> content) {
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
            }
        });
    }

    /** Does something whenever the user comes to the window of a node, from another one or another program. */
    public static void onReturn(Node node, Runnable action) {
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                // A node that joins the window in front has been looked up already.
                .orElse(true)
                .subscribe((before, focused) -> {
                    if (focused) {
                        action.run();
                    }
                });
    }
}
