package dev.assay.settings;

import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes files of the user's so that they hold the old text or the new one, whatever happens meanwhile. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Puts a text in place of what a file holds. A link stays one, and permissions stay; a file that is not there is
     * made.
     *
     * @throws StorageException where it cannot be written; the file is then as it was
     */
    public static void write(Path file, String text) {
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            // Not createTempFile: its files are for their owner alone, and the others of a team read this one.
            Path fresh = target.resolveSibling("." + target.getFileName() + "." + System.nanoTime() + ".tmp");
            try {
                Files.writeString(fresh, text);
                keepPermissions(target, fresh);
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new StorageException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }
}
