package dev.assay.ui.shell;

import dev.assay.llm.StorageException;
import dev.assay.ui.fx.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Remembers how the window looked, in {@code .assay/window.properties} of the workspace. */
final class WindowMemory {
    /**
     * How the window looks.
     *
     * @param width in pixels
     * @param height in pixels
     * @param theme what the user chose
     */
    record Look(double width, double height, Theme.Choice theme) {
        /** The first time. */
        static final Look DEFAULT = new Look(1280, 800, Theme.Choice.SYSTEM);
    }

    private final Path file;

    WindowMemory(Path workspace) {
        file = workspace.resolve(".assay").resolve("window.properties");
    }

    /** The look that was kept, or the default one where there is none or it cannot be read. */
    Look load() {
        var kept = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            kept.load(in);
            return new Look(
                    Double.parseDouble(kept.getProperty("width", "")),
                    Double.parseDouble(kept.getProperty("height", "")),
                    Theme.Choice.valueOf(kept.getProperty("theme", "")));
        } catch (IOException | IllegalArgumentException e) {
            return Look.DEFAULT;
        }
    }

    /** Keeps a look. Throws {@link StorageException} where it cannot be written. */
    void save(Look look) {
        var kept = new Properties();
        kept.setProperty("width", Double.toString(look.width()));
        kept.setProperty("height", Double.toString(look.height()));
        kept.setProperty("theme", look.theme().name());
        try {
            Files.createDirectories(file.getParent());
            try (var out = Files.newBufferedWriter(file)) {
                kept.store(out, null);
            }
        } catch (IOException e) {
            throw new StorageException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
