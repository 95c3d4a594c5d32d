package dev.assay.workbench.experiments;

import dev.assay.judge.catalog.NamedMetrics;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.settings.WholeFile;
import dev.assay.settings.YamlFile;
import dev.assay.workbench.judges.JudgeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The experiments of a workspace: {@code experiments/NAME.yaml}.
 *
 * @param root the workspace folder
 */
public record ExperimentFiles(Path root) {
    /** Their folder, in the workspace. */
    public static final String FOLDER = "experiments";

    private static final String ENDING = ".yaml";

    /** The names of those that are saved, sorted. */
    public List<String> names() {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StorageException("Cannot list " + folder + ": check its permissions", e);
        }
    }

    /**
     * Reads one.
     *
     * @param file need not be in the workspace
     * @param judges the judges that its metrics may name
     * @throws InputException naming file, line and column of a mistake, or saying that there is no such file
     */
    public static SavedExperiment read(Path file, NamedMetrics judges) {
        String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return YamlFile.read(file)
                .map(content -> ExperimentReader.read(content, name, judges))
                .orElseThrow(() -> new InputException(
                        Files.exists(file)
                                ? file + " is empty: an experiment names variants and a dataset"
                                : "There is no file " + file + ": save one with assay compare --save NAME"));
    }

    /** The file of a name; throws {@link InputException} where it could not be a file's name. */
    public Path file(String name) {
        if (!name.matches("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_. -]{0,99}")) {
            throw new InputException("An experiment cannot be called '" + name
                    + "': take letters, digits, '-', '_' and '.', without a folder");
        }
        return root.resolve(FOLDER).resolve(name + ENDING);
    }

    /** A link in a stranger's repository must not have files elsewhere overwritten. */
    private void requireInside(Path file) throws IOException {
        Path real = Files.exists(file)
                ? file.toRealPath()
                : root.resolve(FOLDER).toRealPath().resolve(file.getFileName());
        if (!real.startsWith(root.toRealPath()) || Files.isSymbolicLink(file)) {
            throw new InputException(file + " is a link: put a folder and files of your own in its place");
        }
    }

    /** Saves one under a name, in place of what is there; returns the file. */
    public Path write(String name, SavedExperiment experiment) {
        Path file = file(name);
        String text = ExperimentWriter.text(experiment, new JudgeFiles(root));
        try {
            Files.createDirectories(root.resolve(FOLDER));
            requireInside(file);
        } catch (IOException e) {
            throw new StorageException("Cannot make the folder of " + file + ": check its permissions", e);
        }
        WholeFile.write(file, text);
        return file;
    }
}
