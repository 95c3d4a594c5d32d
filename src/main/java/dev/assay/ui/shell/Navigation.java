package dev.assay.ui.shell;

import dev.assay.registry.watch.Area;
import dev.assay.ui.fx.Screen;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Moves between the screens, by the rail or by keys, and passes the window's keys on to the one in front. */
final class Navigation {
    private final ToggleGroup group = new ToggleGroup();
    private List<Destination> destinations = List.of();
    private @Nullable LazyView front;

    /**
     * Fills the rail.
     *
     * @param content where the screen in front is put
     * @param moved runs after each move
     */
    void fill(Pane rail, Pane content, List<Destination> places, Runnable moved) {
        destinations = List.copyOf(places);
        for (Destination place : destinations) {
            rail.getChildren().add(NavigationButton.of(place, group, () -> show(place.view(), content, moved)));
        }
    }

    private void show(LazyView place, Pane content, Runnable moved) {
        if (front != null) {
            content.getChildren().remove(front.root());
        }
        front = place;
        // First, so that what it asks for is looked up while its view is loaded.
        place.screen().shown();
        content.getChildren().add(place.root());
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

    /** Tells the screen in front what other programs have changed. */
    void changed(Set<Area> areas) {
        if (front != null) {
            front.screen().changed(areas);
        }
    }

    /** Goes on once files may change under every screen. */
    void ready(Runnable next) {
        Runnable all = next;
        for (Destination place : destinations.reversed()) {
            Runnable others = all;
            all = place.view()
                    .loaded()
                    .map(screen -> (Runnable) () -> screen.ready(others))
                    .orElse(others);
        }
        all.run();
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

    /** Whether every screen lets the window close. One that does not comes to the front, since it may say why. */
    boolean mayClose() {
        for (int i = 0; i < destinations.size(); i++) {
            if (!destinations.get(i).view().loaded().map(Screen::mayClose).orElse(true)) {
                go(i);
                return false;
            }
        }
        return true;
    }
}
