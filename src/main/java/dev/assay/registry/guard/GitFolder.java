package dev.assay.registry.guard;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * A repository's own folder, looked through before git reads it: a copy of a repository that came as an archive may
 * hold anything there.
 */
public final class GitFolder {
    private static final List<String> READ_FROM = List.of("", "info", "objects/info");
    private static final long LARGEST_SETTINGS = 1 << 20;
    private static final int DEEPEST_INCLUDE = 10;

    private GitFolder() {}

    /**
     * Throws {@link InputException} where git would wait for ever, or read without end.
     *
     * @param folder the folder that git calls GIT_DIR
     * @throws IOException where it cannot be read
     */
    public static void require(Path folder) throws IOException {
        for (String part : READ_FROM) {
            Path files = folder.resolve(part);
            if (Files.isDirectory(files)) {
                requireOrdinary(files);
            }
        }
        Path refs = folder.resolve("refs");
        if (Files.isDirectory(refs)) {
            Files.walkFileTree(refs, new Ordinary());
        }
        requireSettings(folder.resolve("config"), 0);
        requireSettings(folder.resolve("config.worktree"), 0);
    }

    /**
     * Throws {@link InputException} where git would wait for ever while it only looks for its folder, upward from a
     * folder.
     */
    public static void requireFindable(Path folder) {
        for (Path place = folder; place != null; place = place.getParent()) {
            requireOrdinaryFile(place.resolve("HEAD"));
            requireOrdinaryFile(place.resolve(".git/HEAD"));
        }
    }

    /** Throws {@link InputException} where settings name files of rules at which git would wait, or read without end. */
    public static void requireRules(Config settings) {
        for (String key : List.of("excludesFile", "attributesFile")) {
            String file = settings.getString("core", null, key);
            if (file != null && !file.startsWith("~/")) {
                requireOrdinaryFile(Path.of(file));
            }
        }
    }

    private static void requireOrdinary(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                requireOrdinaryFile(file);
            }
        }
    }

    private static void requireOrdinaryFile(Path file) {
        if (!Files.isRegularFile(file)
                && !Files.isDirectory(file)
                && (Files.exists(file) || Files.isSymbolicLink(file))) {
            throw new InputException(
                    file + " is no ordinary file, so git would wait for it for ever: remove it, or clone anew");
        }
    }

    /** Settings may include others, from anywhere on the disk. */
    private static void requireSettings(Path file, int depth) throws IOException {
        requireOrdinaryFile(file);
        if (!Files.isRegularFile(file) || depth > DEEPEST_INCLUDE) {
            return;
        }
        if (Files.size(file) > LARGEST_SETTINGS) {
            throw new InputException(file + " has " + Files.size(file)
                    + " bytes, more than settings of git have: mend it" + ", or clone anew");
        }
        var settings = new Config();
        try {
            settings.fromText(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (ConfigInvalidException e) {
            // Git itself says it better.
            return;
        }
        for (String included : settings.getStringList("include", null, "path")) {
            if (included != null && !included.startsWith("~/")) {
                requireSettings(file.resolveSibling(included), depth + 1);
            }
        }
    }

    private static final class Ordinary extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isOther() || attributes.isSymbolicLink()) {
                requireOrdinaryFile(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
