package dev.assay.ui.fx;

import dev.assay.registry.watch.Area;
import java.util.Set;

/** A screen as the window around it sees it. Called on the FX thread. */
public interface Screen {
    /**
     * The screen comes to the front; a good moment to look up what may have changed. Its view may not be loaded yet.
     */
    default void shown() {}

    /** Other programs have changed files while the screen is in front. */
    default void changed(Set<Area> areas) {}

    /** Goes on once files may change under the screen; one with unsaved work asks the user, and may not go on. */
    default void ready(Runnable next) {
        next.run();
    }

    /** The user pressed Ctrl+Enter. */
    default void run() {}

    /** The user pressed Escape. */
    default void stop() {}

    /** Whether the window may close now; a screen with unsaved work asks the user. */
    default boolean mayClose() {
        return true;
    }
}
