package dev.assay.workbench;

import dev.assay.llm.StorageException;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.git.Author;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Creates a workspace from the samples that come with Assay. */
final class SampleWorkspace {
    private static final String SAMPLE = "sample/" + Workspaces.PROVIDERS;
    private static final Author NOBODY = new Author("Assay", "assay@localhost");

    private SampleWorkspace() {}

    /**
     * Creates a workspace with a first commit in a folder that is absent or empty. It is built beside and moved into
     * place, its repository last, so that one that was interrupted is never taken for a whole one.
     */
    static void create(Path folder) {
        Path parent = Objects.requireNonNullElse(folder.getParent(), folder);
        try {
            Files.createDirectories(parent);
            // Not a temporary directory: those are closed to everybody but their owner, and this one is to stay.
            Path beside = Files.exists(folder) ? folder : parent;
            Path staging = Files.createDirectory(beside.resolve(".assay-new-" + UUID.randomUUID()));
            try {
                build(staging);
                moveIntoPlace(staging, folder);
            } finally {
                delete(staging);
            }
        } catch (IOException e) {
            throw new StorageException(
                    "Cannot create the workspace " + folder + ": " + reason(e)
                            + ". Mend that, or name another folder with --workspace",
                    e);
        }
    }

    private static void build(Path root) throws IOException {
        copySample(sample(), root);
        try (var registry = GitPromptRegistry.create(root)) {
            registry.commit(
                    files(root),
                    "Start from the sample prompts",
                    registry.configuredAuthor().orElse(NOBODY));
        }
    }

    private static void moveIntoPlace(Path staging, Path folder) throws IOException {
        if (!Files.exists(folder)) {
            try {
                Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException e) {
                // Another process was quicker and has made the same workspace.
            }
            return;
        }
        Path git = staging.resolve(".git");
        for (Path child : children(staging)) {
            if (!child.equals(git)) {
                Files.move(child, folder.resolve(child.getFileName()));
            }
        }
        Files.move(git, folder.resolve(".git"));
    }

    /** Reads the samples from the folder or the jar that the classes are in. */
    private static URL sample() {
        return Objects.requireNonNull(SampleWorkspace.class.getResource(SAMPLE), "The samples are not in this build");
    }

    /** Copies what lies beside the file that {@code sample} points to, in a folder or inside a jar. */
    static void copySample(URL sample, Path root) throws IOException {
        try {
            if (sample.openConnection() instanceof JarURLConnection jar) {
                URI file = jar.getJarFileURL().toURI();
                try (FileSystem content = FileSystems.newFileSystem(Path.of(file))) {
                    copyTree(parent(content.getPath("/" + jar.getEntryName())), root);
                }
            } else {
                copyTree(parent(Path.of(sample.toURI())), root);
            }
        } catch (URISyntaxException e) {
            throw new IOException("The samples are at " + sample + ", which is not a path", e);
        }
    }

    private static void copyTree(Path sample, Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(sample)) {
            for (Path source : tree.filter(Files::isRegularFile).toList()) {
                Path target =
                        root.resolve(place(sample.relativize(source).toString().replace('\\', '/')));
                Files.createDirectories(parent(target));
                Files.write(target, Files.readAllBytes(source));
            }
        }
    }

    /** Prompts lie side by side in the samples and under {@code prompts/} in a workspace. */
    private static String place(String sample) {
        return sample.endsWith(".prompt") ? "prompts/" + sample : sample;
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.startsWith(".git/"))
                    .toList();
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + Objects.requireNonNullElse(e.getMessage(), "");
    }
}
