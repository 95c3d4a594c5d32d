package dev.assay.ui.prompts.tree;

import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers which prompt was open last, in {@code .assay/last-prompt} of the workspace. */
public final class LastPrompt {
    private final Path file;

    /** @param workspace its folder */
    public LastPrompt(Path workspace) {
        file = workspace.resolve(".assay").resolve("last-prompt");
    }

    /** Its name; empty where none was kept. */
    public Optional<String> load() {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a name. Throws {@link StorageException} where it cannot be written. */
    public String save(String name) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, name + "\n");
            return name;
        } catch (IOException e) {
            throw new StorageException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
