package dev.assay.workbench;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of a workspace that holds what is not committed. */
final class PrivateFolder {
    /** The folder, those in it, and their files. */
    private static final int DEPTH = 2;

    private PrivateFolder() {}

    /**
     * Makes the folder so that git ignores it without a line in the user's own settings.
     *
     * @param root the workspace folder
     * @throws InputException where something in it would make Assay write elsewhere, or wait
     * @throws StorageException where it cannot be made
     */
    static Path in(Path root) {
        Path folder = root.resolve(Workspaces.PRIVATE_FOLDER);
        Path ignore = folder.resolve(".gitignore");
        try {
            requireOwn(root, folder);
            Files.createDirectories(folder);
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
            return folder;
        } catch (IOException e) {
            throw new StorageException("Cannot write to " + folder + ": check its permissions and the disk's space", e);
        }
    }

    private static void requireOwn(Path root, Path folder) throws IOException {
        if (!Files.exists(folder) && !Files.isSymbolicLink(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder, DEPTH)) {
            for (Path file : (Iterable<Path>) content::iterator) {
                if (Files.isSymbolicLink(file)) {
                    throw new InputException(root.relativize(file)
                            + " is a link, so Assay would write outside of the workspace: remove it");
                }
                if (!Files.isRegularFile(file) && !Files.isDirectory(file) && Files.exists(file)) {
                    throw new InputException(root.relativize(file) + " is no ordinary file: remove it");
                }
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        if (!Files.isDirectory(folder)) {
            throw new InputException(root.relativize(folder) + " is not a folder: remove it");
        }
    }
}
