package dev.assay.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** The look of a window: light, dark, or whatever the desktop uses. Windows that are open together share their choice. */
public final class Theme {
    /** What the user chose. */
    public enum Choice {
        /** As the desktop is set, also when that changes. */
        SYSTEM,
        LIGHT,
        DARK;

        /** The one that a press of the switch leads to. */
        public Choice next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    private final Scene scene;
    private final ObjectProperty<Choice> choice;

    private final Subscription changes;

    /** Dresses the only window, and again whenever the choice or the desktop's scheme changes. */
    public Theme(Scene scene, Choice initial) {
        this(scene, new SimpleObjectProperty<>(initial));
    }

    /**
     * Dresses a window, and again whenever the choice or the desktop's scheme changes.
     *
     * @param choice of all windows: JavaFX has one look of its own for all of them
     */
    public Theme(Scene scene, ObjectProperty<Choice> choice) {
        this.scene = scene;
        this.choice = choice;
        apply();
        changes = Subscription.combine(
                choice.subscribe(this::apply),
                Platform.getPreferences().colorSchemeProperty().subscribe(this::apply));
    }

    /** Lets go of a window that is closed. */
    public void close() {
        changes.unsubscribe();
    }

    /** What the user chose; writable. */
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Whether the window is dark now. */
    public boolean isDark() {
        return switch (choice.get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(List.of(sheet(isDark() ? "dark.css" : "light.css"), sheet("assay.css")));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/dev/assay/ui/" + name), name)
                .toExternalForm();
    }
}
