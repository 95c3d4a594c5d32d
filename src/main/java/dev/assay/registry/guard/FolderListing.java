package dev.assay.registry.guard;

import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files of one kind under a folder of the workspace. Links are not followed into folders, and to files only where
 * they stay inside. One folder that cannot be read does not hide all the others, nor does endless nesting exhaust us.
 *
 * @param files paths under the workspace with forward slashes
 * @param problems what is left out though it would be of the kind, and folders that were not looked into
 */
public record FolderListing(List<String> files, List<FileProblem> problems) {
    private static final int DEPTH = 100;

    /** How many problems are told; more help nobody. */
    private static final int MOST_PROBLEMS = 1000;

    /**
     * Lists a folder.
     *
     * @param root the workspace folder, absolute, links resolved
     * @param name the folder's path under it; one that is not there is empty
     * @param kind tells by its path whether a file is of the kind
     * @throws StorageException where the disk fails
     */
    public static FolderListing of(Path root, String name, Predicate<String> kind) {
        var found = new Visitor(root, kind);
        Path folder = root.resolve(name);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.walkFileTree(folder, Set.of(), DEPTH, found);
            } catch (IOException e) {
                throw new StorageException("Cannot list " + folder + ": " + e.getMessage(), e);
            }
        }
        return new FolderListing(List.copyOf(found.files), List.copyOf(found.problems));
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Predicate<String> kind;
        private final List<String> files = new ArrayList<>();
        private final List<FileProblem> problems = new ArrayList<>();

        Visitor(Path root, Predicate<String> kind) {
            this.root = root;
            this.kind = kind;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = path(file);
            if (attributes.isDirectory()) {
                add(path, "is nested deeper than " + DEPTH + " folders, and is not looked into: move it up");
            } else if (attributes.isSymbolicLink()) {
                link(file, path);
            } else if (kind.test(path)) {
                if (attributes.isRegularFile()) {
                    files.add(path);
                } else {
                    add(path, "is no ordinary file: put a text file in its place");
                }
            } else if (!path.contains("/")) {
                add(path, "is not a folder: put a folder in its place");
            }
            return FileVisitResult.CONTINUE;
        }

        private void link(Path file, String path) {
            String target = problemOf(file);
            if (target != null) {
                if (kind.test(path) || !path.contains("/") || Files.isDirectory(file)) {
                    add(path, target);
                }
            } else if (Files.isDirectory(file)) {
                add(path, "is a link to a folder, and is not looked into: put the folder itself in its place");
            } else if (kind.test(path)) {
                files.add(path);
            }
        }

        private @Nullable String problemOf(Path link) {
            try {
                if (!link.toRealPath().startsWith(root)) {
                    return "is a link that leads out of the workspace: put the file itself in its place";
                }
                return Files.isRegularFile(link) || Files.isDirectory(link)
                        ? null
                        : "is a link to what is no ordinary file: put a text file in its place";
            } catch (IOException e) {
                return "is a link that leads out of the workspace or nowhere: put the file itself in its place";
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            add(path(file), "cannot be read: " + reason(failure) + "; mend its permissions");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
            if (failure != null) {
                add(path(directory), "cannot be read in full: " + reason(failure));
            }
            return FileVisitResult.CONTINUE;
        }

        private static String reason(IOException failure) {
            return failure instanceof AccessDeniedException
                    ? "permission denied"
                    : String.valueOf(failure.getMessage());
        }

        private void add(String path, String message) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new FileProblem(path, message));
            }
        }

        private String path(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
