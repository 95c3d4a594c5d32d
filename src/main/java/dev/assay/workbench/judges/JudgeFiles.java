package dev.assay.workbench.judges;

import dev.assay.judge.Metric;
import dev.assay.judge.catalog.NamedMetrics;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.settings.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The judges of a workspace: {@code judges/NAME.yaml}.
 *
 * @param root the workspace folder
 */
public record JudgeFiles(Path root) implements NamedMetrics {
    /** Their folder, in the workspace. */
    public static final String FOLDER = "judges";

    private static final String ENDING = ".yaml";
    private static final int VERSION_LENGTH = 12;

    @Override
    public List<String> names() {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(JudgeFiles::name)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StorageException("Cannot list " + folder + ": check its permissions", e);
        }
    }

    @Override
    public Optional<Map<String, Object>> find(String name) {
        return names().contains(name) ? Optional.of(read(file(name)).sound()) : Optional.empty();
    }

    /** The metrics of those judges that are in order. */
    public List<Metric> usable() {
        return names().stream()
                .map(name -> read(file(name)))
                .filter(judge -> judge.problems().isEmpty())
                .map(JudgeFile::metric)
                .toList();
    }

    /** The file of a name. */
    public Path file(String name) {
        return root.resolve(FOLDER).resolve(name + ENDING);
    }

    /**
     * Reads a file with all its mistakes.
     *
     * @param file need not be in the workspace
     * @throws InputException where there is no such file, or it is no text
     */
    public JudgeFile read(Path file) {
        String name = name(file.getFileName().toString());
        String shown = file.startsWith(root) ? root.relativize(file).toString() : file.toString();
        if (!Files.exists(file)) {
            throw new InputException("There is no file " + shown + ": a judge needs description and anchors");
        }
        try {
            return YamlFile.read(file)
                    .map(content -> JudgeReader.read(content, name, version(file)))
                    .orElseThrow(() -> new InputException(shown + " is empty: a judge needs description and anchors"));
        } catch (InputException e) {
            return new JudgeFile(name, "", Map.of(), List.of(e));
        }
    }

    private static String name(String fileName) {
        return fileName.replaceFirst("\\.ya?ml$", "");
    }

    /** The content's name in git: the digest of a blob. */
    private static String version(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(content)).substring(0, VERSION_LENGTH);
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": check that it is a readable file", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
