package dev.assay.registry.merge.tree;

import dev.assay.llm.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/** Joins trees in the object store; nothing on disk is touched. */
public final class TreeMerger {
    private final Repository repository;
    private final String oursName;
    private final String theirsName;

    /** The names stand at the markers of conflicts. */
    public TreeMerger(Repository repository, String oursName, String theirsName) {
        this.repository = repository;
        this.oursName = oursName;
        this.theirsName = theirsName;
    }

    /**
     * Two trees joined.
     *
     * @param tree with markers in the texts that are in conflict
     * @param conflicts the files that the user has to decide on, sorted by path
     */
    public record Result(ObjectId tree, List<Sides> conflicts) {}

    /** Joins two commits from the last one that they share; throws {@link InputException} where they share none. */
    public Result merge(RevCommit ours, RevCommit theirs) throws IOException {
        List<RevCommit> bases = bases(ours, theirs);
        if (bases.isEmpty()) {
            throw new InputException("'" + theirsName + "' shares no commit with '" + oursName
                    + "': they are different projects; git merge --allow-unrelated-histories joins them all the same");
        }
        return merge(tree(bases), ours.getTree(), theirs.getTree());
    }

    /** Joins two trees that grew from a base; null is an empty one. */
    public Result merge(@Nullable ObjectId base, ObjectId ours, ObjectId theirs) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                ObjectInserter inserter = repository.newObjectInserter()) {
            var conflicts = new ArrayList<Sides>();
            var merger = new FileMerger(reader);
            DirCache index = DirCache.read(reader, ours);
            DirCacheEditor editor = index.editor();
            for (Sides sides : TreeSides.of(repository, base, ours, theirs)) {
                FileMerger.Result result = merger.merge(sides, inserter, oursName, theirsName);
                if (result.conflict()) {
                    conflicts.add(sides);
                }
                if (sides.isMoved() || result.version() == null) {
                    editor.add(new DirCacheEditor.DeletePath(sides.from()));
                }
                Version version = result.version();
                if (version != null) {
                    editor.add(set(sides.path(), version));
                }
            }
            editor.finish();
            requireNoFolderInAFilesPlace(index);
            ObjectId tree = index.writeTree(inserter);
            inserter.flush();
            return new Result(tree, conflicts);
        }
    }

    private static DirCacheEditor.PathEdit set(String path, Version version) {
        return new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(version.mode());
                entry.setObjectId(version.id());
            }
        };
    }

    private static void requireNoFolderInAFilesPlace(DirCache index) {
        var files = new HashSet<String>();
        for (int i = 0; i < index.getEntryCount(); i++) {
            files.add(index.getEntry(i).getPathString());
        }
        for (String file : files) {
            for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
                if (files.contains(file.substring(0, slash))) {
                    throw new InputException(file.substring(0, slash)
                            + " is a file on one side and a folder on the other: rename one of them first, or merge"
                            + " with git");
                }
            }
        }
    }

    /** The commits that both come from and that no better one stands in front of. */
    private List<RevCommit> bases(RevCommit ours, RevCommit theirs) throws IOException {
        try (var walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(ours));
            walk.markStart(walk.parseCommit(theirs));
            var bases = new ArrayList<RevCommit>();
            for (RevCommit base = walk.next(); base != null; base = walk.next()) {
                bases.add(base);
            }
            return bases;
        }
    }

    /** Branches that were merged crosswise have several bases, which are joined themselves. */
    private ObjectId tree(List<RevCommit> bases) throws IOException {
        ObjectId tree = bases.getFirst().getTree();
        for (RevCommit base : bases.subList(1, bases.size())) {
            List<RevCommit> earlier = bases(bases.getFirst(), base);
            ObjectId from = earlier.isEmpty() ? null : earlier.getFirst().getTree();
            tree = merge(from, tree, base.getTree()).tree();
        }
        return tree;
    }
}
