package dev.assay.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads views. The view of {@code RunsController} is {@code runs.fxml} in the resource folder of its package and names
 * its controller by {@code fx:controller}.
 */
public final class ViewLoader {
    private ViewLoader() {}

    /**
     * Loads the view of a controller.
     *
     * @param controller made by its own constructor, so that it is given what it needs
     * @param included controllers of the views that this view includes
     */
    public static Parent load(Object controller, Object... included) {
        URL location = Objects.requireNonNull(
                controller.getClass().getResource(fileName(controller)), () -> "No view " + fileName(controller));
        var loader = new FXMLLoader(location, Messages.bundle());
        loader.setControllerFactory(type -> Stream.concat(Stream.of(controller), Stream.of(included))
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No controller was given for " + type.getName())));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("The view " + location + " cannot be loaded", e);
        }
    }

    private static String fileName(Object controller) {
        String name = controller.getClass().getSimpleName().replaceFirst("Controller$", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + ".fxml";
    }
}
