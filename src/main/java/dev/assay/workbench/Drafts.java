package dev.assay.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Unsaved texts in {@code .assay/drafts}, one file a prompt. A file is replaced as a whole, so that a crash leaves the old
 * draft or the new one. Thread-safe.
 */
public final class Drafts {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    /** @param workspace the workspace folder */
    public Drafts(Path workspace) {
        folder = workspace.resolve(Workspaces.PRIVATE_FOLDER).resolve("drafts");
    }

    /** Keeps a draft in the place of the one before. Throws {@link StorageException} where it cannot be written. */
    public synchronized void save(Draft draft) {
        Path file = file(draft.name());
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(folder);
            Files.write(
                    temporary,
                    JSON.writeValueAsBytes(Map.of(
                            "name", draft.name(),
                            "text", draft.text(),
                            "base", draft.base(),
                            "savedAt", draft.savedAt().toString())));
            move(temporary, file);
        } catch (IOException e) {
            throw new StorageException("The unsaved text cannot be kept in " + file + ": " + e.getMessage(), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The draft of a prompt; empty where there is none, or none that can be read. */
    public synchronized Optional<Draft> find(String name) {
        Path file = file(name);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            JsonNode draft = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new Draft(
                    draft.path("name").asText(),
                    draft.path("text").asText(),
                    draft.path("base").asText(),
                    Instant.parse(draft.path("savedAt").asText())));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("The draft " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Removes the draft of a prompt, if there is one. */
    public synchronized void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new StorageException("The draft " + file(name) + " cannot be removed: " + e.getMessage(), e);
        }
    }

    /** Names may hold folders, and differ in case only: their bytes make a file name that is safe everywhere. */
    private Path file(String name) {
        String safe = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        String readable = name.replaceAll("[^A-Za-z0-9]+", "-");
        boolean longName = safe.length() > 160;
        return folder.resolve((readable.length() > 40 ? readable.substring(0, 40) : readable)
                + "." + (longName ? Integer.toHexString(name.hashCode()) + safe.substring(0, 100) : safe)
                + ".json");
    }
}
