package dev.assay.prompt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds third-party test data, which lies beside the repository and is not part of it. */
final class SharedData {
    private SharedData() {}

    /** The folder {@code shared/data/NAME}: where {@code -Dassay.shared} says, else beside a folder above this one. */
    static Optional<Path> find(String name) {
        String given = System.getProperty("assay.shared");
        if (given != null) {
            return Optional.of(Path.of(given, "data", name)).filter(Files::isDirectory);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolveSibling("shared").resolve("data").resolve(name);
            if (Files.isDirectory(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
