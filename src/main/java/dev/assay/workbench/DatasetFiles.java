package dev.assay.workbench;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a workspace's datasets as text, byte order mark included, to be rewritten with care. */
public final class DatasetFiles {
    private static final List<String> ENDINGS = List.of(".csv", ".jsonl", ".tsv", ".ndjson");

    private final Path root;

    /** @param root the workspace folder */
    public DatasetFiles(Path root) {
        this.root = root;
    }

    /** The texts of all datasets by path under the workspace; those that are not UTF-8 are left out. */
    public Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        Path folder = root.resolve("datasets");
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                    .toList();
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                String text = new String(bytes, StandardCharsets.UTF_8);
                if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
                    texts.put(root.relativize(file).toString().replace('\\', '/'), text);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new StorageException("Cannot read the datasets in " + folder + ": " + e.getMessage(), e);
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
            Path temporary = Files.createTempFile(file.toAbsolutePath().resolveSibling(""), ".", ".tmp");
            Files.writeString(temporary, after);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StorageException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
