package dev.assay.workbench;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.guard.FolderListing;
import dev.assay.settings.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a workspace's datasets as text, byte order mark included, to be rewritten with care. */
public final class DatasetFiles {
    private static final List<String> ENDINGS = List.of(".csv", ".jsonl", ".tsv", ".ndjson");
    private static final long LARGEST = 100L << 20;

    private final Path root;

    /** @param root the workspace folder */
    public DatasetFiles(Path root) {
        this.root = root;
    }

    /** The texts of all datasets by path under the workspace; those that are not UTF-8, or huge, are left out. */
    public Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        FolderListing datasets =
                FolderListing.of(root, "datasets", file -> ENDINGS.stream().anyMatch(file::endsWith));
        for (String path : datasets.files()) {
            text(path).ifPresent(text -> texts.put(path, text));
        }
        return texts;
    }

    private Optional<String> text(String path) {
        Path file = root.resolve(path);
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            throw new StorageException("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Replaces a dataset's text as a whole.
     *
     * @param before what it held when the new text was made
     * @throws InputException where it has changed since
     */
    public void rewrite(String path, String before, String after) {
        Path file = root.resolve(path);
        try {
            if (!Files.readString(file).equals(before)) {
                throw new InputException(path + " has changed meanwhile and was left as it is: rename again");
            }
            WholeFile.write(file, after);
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
