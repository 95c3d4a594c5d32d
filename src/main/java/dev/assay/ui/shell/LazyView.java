package dev.assay.ui.shell;

import dev.assay.ui.fx.Screen;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** A screen whose view is loaded when the user first goes there, so that the window does not wait for it. */
final class LazyView {
    private final Screen screen;
    private final Supplier<Parent> loader;
    private @Nullable Parent root;

    /**
     * @param screen hears the window's keys
     * @param loader loads what is shown; asked once
     */
    LazyView(Screen screen, Supplier<Parent> loader) {
        this.screen = screen;
        this.loader = loader;
    }

    /** What is shown, loaded if it was not yet. */
    Parent root() {
        Parent loaded = root == null ? loader.get() : root;
        root = loaded;
        return loaded;
    }

    /** The screen; its nodes are there only once the view is loaded. */
    Screen screen() {
        return screen;
    }

    /** The screen, if its view is loaded. One that the user has not seen has nothing to lose. */
    Optional<Screen> loaded() {
        return root == null ? Optional.empty() : Optional.of(screen);
    }
}
