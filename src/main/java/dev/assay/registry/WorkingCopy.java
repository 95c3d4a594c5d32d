package dev.assay.registry;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.Blob;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.PromptText;
import dev.assay.registry.git.WorkspacePaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The prompts as they lie on disk. */
final class WorkingCopy {
    private final Repository repository;
    private final WorkspacePaths paths;

    WorkingCopy(Repository repository, WorkspacePaths paths) {
        this.repository = repository;
        this.paths = paths;
    }

    /** The text on disk, or empty where there is no such file. */
    Optional<String> text(String path) {
        Path file = paths.onDisk(path);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            PromptText.requireSize(path, Files.size(file));
            return Optional.of(PromptText.decode(path, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": " + GitFailures.reason(e), e);
        }
    }

    /** What a commit would store of the file, or empty where there is no such file. */
    Optional<Blob> blob(String path) {
        if (!Files.isRegularFile(paths.onDisk(path))) {
            return Optional.empty();
        }
        try (var walk = new TreeWalk(repository)) {
            // Attributes and line-end rules apply only in a check-in walk that has the index beside the files.
            walk.setOperationType(OperationType.CHECKIN_OP);
            var files = new FileTreeIterator(repository);
            walk.addTree(files);
            files.setDirCacheIterator(walk, walk.addTree(new DirCacheIterator(repository.readDirCache())));
            walk.setRecursive(true);
            walk.setFilter(PathFilter.create(paths.inRepository(path)));
            while (walk.next()) {
                var entry = walk.getTree(0, WorkingTreeIterator.class);
                if (entry != null && walk.getPathString().equals(paths.inRepository(path))) {
                    try (InputStream in = entry.openEntryStream()) {
                        return Optional.of(blobOf(in.readAllBytes()));
                    }
                }
            }
            // Git does not look behind a linked folder, so no rule of the repository applies there.
            return Optional.of(blobOf(Files.readAllBytes(paths.onDisk(path))));
        } catch (IOException e) {
            throw new StorageException("Cannot read " + paths.root().resolve(path) + ": " + GitFailures.reason(e), e);
        }
    }

    private static Blob blobOf(byte[] bytes) {
        try (var hash = new ObjectInserter.Formatter()) {
            return new Blob(hash.idFor(Constants.OBJ_BLOB, bytes), bytes);
        }
    }

    /** Replaces the file as a whole, so that a crash leaves the old text or the new one. */
    void write(String path, String text) {
        byte[] bytes = PromptText.encode(path, text);
        Path file = paths.onDisk(path);
        if (Files.isDirectory(file)) {
            throw new InputException(path + " is a folder: choose another name");
        }
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file;
            Files.createDirectories(target.resolveSibling(""));
            Path temporary = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
            try {
                writeDurably(temporary, bytes);
                keepPermissions(target, temporary);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new StorageException("Cannot write " + file + ": " + GitFailures.reason(e), e);
        }
    }

    private static void writeDurably(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        var view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
