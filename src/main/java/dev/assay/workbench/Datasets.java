package dev.assay.workbench;

import dev.assay.experiment.Dataset;
import dev.assay.experiment.DatasetReader;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The datasets of a workspace. */
final class Datasets {
    private static final List<String> ENDINGS = List.of(".csv", ".jsonl", ".tsv", ".ndjson");

    private final Path root;
    private final Path folder;

    Datasets(Path root) {
        this.root = root;
        this.folder = root.resolve("datasets");
    }

    /** Names without ending, sorted; where two files differ in the ending only, both are named in full. */
    List<String> names() {
        List<String> files = files();
        return files.stream()
                .map(file -> {
                    String name = withoutEnding(file);
                    boolean taken = files.stream()
                            .anyMatch(other ->
                                    !other.equals(file) && withoutEnding(other).equals(name));
                    return taken ? file : name;
                })
                .sorted()
                .toList();
    }

    /** The dataset of that name, with or without ending, or at that path from the current or the workspace folder. */
    Dataset read(String nameOrPath) {
        return find(nameOrPath)
                .map(this::requireInside)
                .map(file -> DatasetReader.read(file, name(file)))
                .orElseThrow(() -> new InputException("There is no dataset '" + nameOrPath + "': "
                        + (names().isEmpty()
                                ? "put a .csv or .jsonl file into " + folder
                                : "choose one of " + String.join(", ", names()) + ", or give a path")));
    }

    private Optional<Path> find(String nameOrPath) {
        try {
            Path written = Path.of(nameOrPath);
            Stream<Path> named =
                    Stream.concat(Stream.of(""), ENDINGS.stream()).map(ending -> folder.resolve(nameOrPath + ending));
            return Stream.concat(named, Stream.of(written.toAbsolutePath(), root.resolve(written)))
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** How messages and runs call it: as {@link #names} does, or by its path where it lies elsewhere. */
    private String name(Path file) {
        if (!file.startsWith(folder)) {
            return file.normalize().toString();
        }
        String path = path(file);
        return names().contains(path) ? path : withoutEnding(path);
    }

    private List<String> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(this::isInside)
                    .map(this::path)
                    .filter(file -> !withoutEnding(file).equals(file))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StorageException("Cannot read the folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What lies in the workspace may come from a stranger: a link there must not read the user's other files. */
    private Path requireInside(Path file) {
        if (file.startsWith(root) && !isInside(file)) {
            throw new InputException(root.relativize(file) + " is a link that leads out of the workspace: put the file"
                    + " itself in its place");
        }
        return file;
    }

    private boolean isInside(Path file) {
        try {
            return file.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private String path(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static String withoutEnding(String file) {
        return ENDINGS.stream()
                .filter(file::endsWith)
                .findFirst()
                .map(ending -> file.substring(0, file.length() - ending.length()))
                .orElse(file);
    }
}
