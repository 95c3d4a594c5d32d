package dev.assay.registry.files;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.Blob;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
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
import java.util.stream.Stream;
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
public final class WorkingCopy {
    private static final String KEPT = ".assay/deleted/";

    private final Repository repository;
    private final WorkspacePaths paths;

    public WorkingCopy(GitWorkspace workspace) {
        this.repository = workspace.repository();
        this.paths = workspace.paths();
    }

    /** The text on disk, or empty where there is no such file. */
    public Optional<String> text(String path) {
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
    public Optional<Blob> blob(String path) {
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
                    PromptText.requireSize(path, entry.getEntryLength());
                    try (InputStream in = entry.openEntryStream()) {
                        return Optional.of(blobOf(in.readAllBytes()));
                    }
                }
            }
            // Git does not look behind a linked folder, so no rule of the repository applies there.
            PromptText.requireSize(path, Files.size(paths.onDisk(path)));
            return Optional.of(blobOf(Files.readAllBytes(paths.onDisk(path))));
        } catch (IOException e) {
            throw new StorageException("Cannot read " + paths.root().resolve(path) + ": " + GitFailures.reason(e), e);
        }
    }

    /** What git would store of a text that is not saved: line ends become those of the last version on disk. */
    public byte[] asStored(String path, String text) {
        String stored = blob(path)
                        .map(Blob::bytes)
                        .filter(bytes -> !hasCarriageReturn(bytes))
                        .isPresent()
                ? text.replace("\r\n", "\n")
                : text;
        return PromptText.encode(path, stored);
    }

    private static boolean hasCarriageReturn(byte[] bytes) {
        for (byte b : bytes) {
            if (b == '\r') {
                return true;
            }
        }
        return false;
    }

    private static Blob blobOf(byte[] bytes) {
        try (var hash = new ObjectInserter.Formatter()) {
            return new Blob(hash.idFor(Constants.OBJ_BLOB, bytes), bytes);
        }
    }

    /** Replaces the file as a whole, so that a crash leaves the old text or the new one. */
    public void write(String path, String text) {
        byte[] bytes = PromptText.encode(path, text);
        Path file = paths.onDisk(path);
        if (Files.isDirectory(file)) {
            throw new InputException(path + " is a folder: choose another name");
        }
        if (!Files.exists(file)) {
            NewPath.require(paths, path);
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

    /** Gives a file another name. */
    public void move(String from, String to) {
        Path source = paths.onDisk(from);
        Path target = paths.onDisk(to);
        NewPath.require(paths, to);
        try {
            Files.createDirectories(target.resolveSibling(""));
            Files.move(source, target);
            removeEmptyFolders(source);
        } catch (IOException e) {
            throw new StorageException("Cannot move " + source + " to " + target + ": " + GitFailures.reason(e), e);
        }
    }

    /**
     * Deletes a file.
     *
     * @param committed whether git has its text; else the text is kept
     * @return the file that keeps the text, or empty
     */
    public Optional<Path> delete(String path, boolean committed) {
        Path file = paths.onDisk(path);
        try {
            Optional<Path> kept = committed ? Optional.empty() : Optional.of(keep(file, path));
            Files.deleteIfExists(file);
            removeEmptyFolders(file);
            return kept;
        } catch (IOException e) {
            throw new StorageException("Cannot delete " + file + ": " + GitFailures.reason(e), e);
        }
    }

    private Path keep(Path file, String path) throws IOException {
        Path copy = paths.onDisk(KEPT + path);
        for (int i = 2; Files.exists(copy); i++) {
            copy = paths.onDisk(KEPT + path + "." + i);
        }
        Files.createDirectories(copy.resolveSibling(""));
        Files.move(file, copy);
        return copy;
    }

    /** Git knows no folders, so one that a rename or a deletion left empty is of no use. */
    private void removeEmptyFolders(Path file) throws IOException {
        Path top = paths.root().resolve("prompts");
        for (Path folder = file.getParent();
                folder != null && folder.startsWith(top) && !folder.equals(top) && isEmpty(folder);
                folder = folder.getParent()) {
            Files.delete(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
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
