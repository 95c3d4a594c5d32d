package dev.assay.ui.shell;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Moves between the screens, by the rail or by keys, and passes the window's keys on to the one in front. */
final class Navigation {
    private final ToggleGroup group = new ToggleGroup();
    private List<Destination> destinations = List.of();
    private @Nullable Destination front;

    /**
     * Fills the rail.
     *
     * @param content where the screen in front is put
     * @param moved runs after each move
     */
    void fill(Pane rail, Pane content, List<Destination> places, Runnable moved) {
        destinations = List.copyOf(places);
        for (Destination place : destinations) {
            rail.getChildren().add(NavigationButton.of(place, group, () -> show(place, content, moved)));
        }
    }

    private void show(Destination place, Pane content, Runnable moved) {
        if (front != null) {
            content.getChildren().remove(front.root());
        }
        front = place;
        content.getChildren().add(place.root());
        place.screen().shown();
        moved.run();
    }

    /** Goes to a place, from 0; ignored where there is none. */
    void go(int index) {
        if (index < group.getToggles().size()) {
            ((ToggleButton) group.getToggles().get(index)).fire();
        }
    }

    /** Lets the screen in front look again at what may have changed. */
    void refresh() {
        if (front != null) {
            front.screen().shown();
        }
    }

    /** Runs what the screen in front runs. */
    void run() {
        if (front != null) {
            front.screen().run();
        }
    }

    /** Stops what the screen in front runs. */
    void stop() {
        if (front != null) {
            front.screen().stop();
        }
    }

    /** Whether every screen lets the window close. */
    boolean mayClose() {
        return destinations.stream().allMatch(place -> place.screen().mayClose());
    }
}
