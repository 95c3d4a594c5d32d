package dev.assay.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javax.imageio.ImageIO;

/** Writes what a scene looks like to PNG files, in the folder that the property {@code assay.snapshots} names. */
public final class Snapshots {
    public static final String PROPERTY = "assay.snapshots";

    private Snapshots() {}

    /**
     * Writes what a window shows, as if the window had another size: the headless screen is small. Call it on the FX
     * thread.
     */
    public static void write(Scene window, int width, int height, String name) {
        Parent root = window.getRoot();
        window.setRoot(new Pane());
        var scene = new Scene(root, width, height);
        scene.getStylesheets().setAll(window.getStylesheets());
        WritableImage image = scene.snapshot(null);
        scene.setRoot(new Pane());
        window.setRoot(root);
        write(image, name);
    }

    private static void write(WritableImage image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        buffered.setRGB(0, 0, width, height, pixels, 0, width);
        Path file = Path.of(System.getProperty(PROPERTY)).resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(buffered, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
