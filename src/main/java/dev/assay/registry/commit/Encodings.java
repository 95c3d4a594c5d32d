package dev.assay.registry.commit;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.util.Collection;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk.OperationType;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/** The one wish of {@code .gitattributes} that Assay cannot grant: a file that is UTF-8 in git and something else on disk. */
final class Encodings {
    private static final String ATTRIBUTE = "working-tree-encoding";

    private Encodings() {}

    /**
     * Refuses such files, since they would be stored in a way that git cannot read back.
     *
     * @param paths from the top of the repository
     */
    static void require(Repository repository, Collection<String> paths) throws IOException {
        if (paths.isEmpty()) {
            return;
        }
        try (var walk = new TreeWalk(repository)) {
            walk.setOperationType(OperationType.CHECKIN_OP);
            var files = new FileTreeIterator(repository);
            walk.addTree(files);
            files.setDirCacheIterator(walk, walk.addTree(new DirCacheIterator(repository.readDirCache())));
            walk.setRecursive(true);
            walk.setFilter(PathFilterGroup.createFromStrings(paths));
            while (walk.next()) {
                String encoding = walk.getAttributes().getValue(ATTRIBUTE);
                if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
                    throw new InputException(".gitattributes wants " + walk.getPathString() + " to be " + encoding
                            + " on disk, which only the git of the command line can do: commit it with git,"
                            + " or save the file as UTF-8 and remove " + ATTRIBUTE);
                }
            }
        }
    }
}
