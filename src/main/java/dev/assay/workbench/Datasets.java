package dev.assay.workbench;

import dev.assay.experiment.Dataset;
import dev.assay.experiment.DatasetReader;
import dev.assay.llm.InputException;
import dev.assay.registry.guard.FolderListing;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The datasets of a workspace. */
final class Datasets {
    private static final String FOLDER = "datasets";
    private static final List<String> ENDINGS = List.of(".csv", ".jsonl", ".tsv", ".ndjson");

    private final Path root;
    private final Path folder;
    private final Inside inside;

    Datasets(Path root) {
        this.root = root;
        this.folder = root.resolve(FOLDER);
        this.inside = new Inside(root);
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
        Path file = file(nameOrPath);
        return DatasetReader.read(file, name(file));
    }

    /** The file of that dataset; throws {@link InputException} where there is none or it leads out of the workspace. */
    Path file(String nameOrPath) {
        return find(nameOrPath).map(inside::require).orElseThrow(() -> absent(nameOrPath));
    }

    private InputException absent(String nameOrPath) {
        String path = FOLDER + "/" + nameOrPath;
        return listing().problems().stream()
                .filter(problem -> path.startsWith(problem.path() + "/")
                        || path.equals(problem.path())
                        || path.equals(withoutEnding(problem.path())))
                .findFirst()
                .map(problem -> new InputException(problem.toString()))
                .orElseGet(() -> new InputException("There is no dataset '" + nameOrPath + "': "
                        + (names().isEmpty()
                                ? "put a .csv or .jsonl file into " + folder
                                : "choose one of " + String.join(", ", names()) + ", or give a path")));
    }

    private Optional<Path> find(String nameOrPath) {
        try {
            Path written = Path.of(nameOrPath);
            // Names do not begin with a dot; ./cases.csv means the one in the current folder, whatever datasets holds.
            Stream<Path> named = nameOrPath.startsWith(".") || written.isAbsolute()
                    ? Stream.of()
                    : Stream.concat(Stream.of(""), ENDINGS.stream()).map(ending -> folder.resolve(nameOrPath + ending));
            return Stream.concat(named, Stream.of(written.toAbsolutePath(), root.resolve(written)))
                    .map(Path::normalize)
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * How messages, runs and saved comparisons call it: as {@link #names} does, by its path under the workspace where it
     * lies elsewhere in it, so that a clone finds it too, else by its whole path.
     */
    private String name(Path file) {
        if (!file.startsWith(folder)) {
            return (file.startsWith(root) ? root.relativize(file) : file)
                    .toString()
                    .replace('\\', '/');
        }
        String path = path(file);
        return names().contains(path) ? path : withoutEnding(path);
    }

    private List<String> files() {
        return listing().files().stream()
                .map(file -> file.substring(FOLDER.length() + 1))
                .toList();
    }

    private FolderListing listing() {
        return FolderListing.of(root, FOLDER, file -> !withoutEnding(file).equals(file));
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
