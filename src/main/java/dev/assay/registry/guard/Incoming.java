package dev.assay.registry.guard;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Looks through a tree of files before it is brought onto the disk: none may be put, or lead, outside of the repository. */
public final class Incoming {
    private static final int LONGEST_TARGET = 4096;
    private static final String PRIVATE_FOLDER = ".assay";

    private final Repository repository;
    private final Path top;
    private final Set<Path> folders = new HashSet<>();

    private Incoming(Repository repository) {
        this.repository = repository;
        this.top = repository.getWorkTree().toPath();
    }

    /**
     * Throws {@link InputException} naming the first file that would lead out.
     *
     * @param from the tree that is on the disk; null for none
     * @param to the tree to bring there
     */
    public static void require(Repository repository, @Nullable ObjectId from, ObjectId to) throws IOException {
        new Incoming(repository).look(from, to);
    }

    /**
     * The folder that a file lies in where Assay keeps what belongs to one computer only; empty for other files. What is
     * there is opened as Assay's own, so it must never come from somebody else.
     *
     * @param path with forward slashes, from the top of the repository
     */
    public static Optional<String> privateFolder(String path) {
        int end = 0;
        for (String name : path.split("/", -1)) {
            end += name.length();
            if (name.equalsIgnoreCase(PRIVATE_FOLDER)) {
                return Optional.of(path.substring(0, end));
            }
            end++;
        }
        return Optional.empty();
    }

    private void look(@Nullable ObjectId from, ObjectId to) throws IOException {
        try (var walk = new TreeWalk(repository)) {
            walk.addTree(tree(walk, from));
            walk.addTree(tree(walk, to));
            walk.setFilter(TreeFilter.ANY_DIFF);
            walk.setRecursive(true);
            while (walk.next()) {
                String path = walk.getPathString();
                if (!walk.getFileMode(1).equals(FileMode.MISSING)) {
                    requireShared(path);
                }
                requireFolders(path);
                if (walk.getFileMode(1).equals(FileMode.SYMLINK)) {
                    requireInside(path, walk.getObjectId(1));
                }
            }
        }
    }

    private static void requireShared(String path) {
        privateFolder(path).ifPresent(folder -> {
            throw new InputException("The commit holds the folder " + folder
                    + ", which belongs to one computer only, so nothing was done: whoever committed it must remove it from"
                    + " the repository");
        });
    }

    private static AbstractTreeIterator tree(TreeWalk walk, @Nullable ObjectId tree) throws IOException {
        return tree == null ? new EmptyTreeIterator() : new CanonicalTreeParser(null, walk.getObjectReader(), tree);
    }

    /** A folder of the tree that is a link on the disk would take its files elsewhere. */
    private void requireFolders(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            Path onDisk = top.resolve(folder);
            if (folders.add(onDisk) && Files.isSymbolicLink(onDisk)) {
                throw new InputException(folder
                        + " is a link here but a folder in git, so that files would land elsewhere: remove the link");
            }
        }
    }

    private void requireInside(String path, ObjectId content) throws IOException {
        String target;
        try {
            target = new String(repository.open(content).getCachedBytes(LONGEST_TARGET), StandardCharsets.UTF_8);
        } catch (LargeObjectException e) {
            throw leadsOut(path);
        }
        try {
            Path link = top.resolve(path);
            Path end = link.resolveSibling(target).normalize();
            if (!end.startsWith(top) || end.startsWith(top.resolve(".git"))) {
                throw leadsOut(path);
            }
        } catch (InvalidPathException e) {
            throw leadsOut(path);
        }
    }

    private static InputException leadsOut(String path) {
        return new InputException(
                path + " is a link there that leads out of the repository, so nothing was done: whoever"
                        + " committed it must put the file itself in its place");
    }
}
