package dev.assay.registry.remote;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.jgit.util.FileUtils;

/** Holds a repository while it is made, beside its place, so that one that was interrupted is never taken for a whole one. */
final class Staging implements AutoCloseable {
    private final Path target;
    private final Path folder;
    private final Deque<Path> created;
    private boolean placed;

    private Staging(Path target, Path folder, Deque<Path> created) {
        this.target = target;
        this.folder = folder;
        this.created = created;
    }

    /** Begins; throws {@link InputException} where something is in the target already. */
    static Staging beside(Path target) throws IOException {
        requireAbsentOrEmpty(target);
        Path parent = Objects.requireNonNullElse(target.getParent(), target);
        var created = new ArrayDeque<Path>();
        for (Path one = parent; one != null && !Files.exists(one); one = one.getParent()) {
            created.add(one);
        }
        Files.createDirectories(parent);
        Path place = Files.exists(target) ? target : parent;
        return new Staging(target, Files.createDirectory(place.resolve(".assay-new-" + UUID.randomUUID())), created);
    }

    private static void requireAbsentOrEmpty(Path target) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new InputException(target + " is a file: name a folder that is absent or empty");
        }
        try (Stream<Path> content = Files.list(target)) {
            if (content.findAny().isPresent()) {
                throw new InputException(target + " is in use: name a folder that is absent or empty");
            }
        }
    }

    /** Where to make it. */
    Path folder() {
        return folder;
    }

    /** Brings it where it belongs, its repository last. */
    void moveIntoPlace() throws IOException {
        if (!Files.exists(target)) {
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Path git = folder.resolve(".git");
            try (Stream<Path> content = Files.list(folder)) {
                List<Path> files = content.filter(file -> !file.equals(git)).toList();
                for (Path file : files) {
                    Files.move(file, target.resolve(file.getFileName()));
                }
            }
            Files.move(git, target.resolve(".git"));
        }
        placed = true;
    }

    /** Leaves nothing behind that was not there before. */
    @Override
    public void close() throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            FileUtils.delete(
                    folder.toFile(),
                    FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.RETRY | FileUtils.IGNORE_ERRORS);
        }
        for (Path parent : created) {
            if (!placed) {
                FileUtils.delete(
                        parent.toFile(),
                        FileUtils.SKIP_MISSING | FileUtils.IGNORE_ERRORS | FileUtils.EMPTY_DIRECTORIES_ONLY);
            }
        }
    }
}
