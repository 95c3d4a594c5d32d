package dev.assay.ui.fx;

/** A screen as the window around it sees it. Called on the FX thread. */
public interface Screen {
    /** The screen has come to the front; a good moment to load what may have changed. */
    default void shown() {}

    /** The user pressed Ctrl+Enter. */
    default void run() {}

    /** The user pressed Escape. */
    default void stop() {}

    /** Whether the window may close now; a screen with unsaved work asks the user. */
    default boolean mayClose() {
        return true;
    }
}
