package dev.assay.registry.merge.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Finds every file that one side changed and what the other side has of it, whatever it is called there. */
final class TreeSides {
    /** The likeness in percent from which C git takes a file for a renamed one. */
    private static final int RENAME_SCORE = 50;

    private final Map<String, Version> base = new HashMap<>();
    private final Changes ours;
    private final Changes theirs;

    private TreeSides(Repository repository, @Nullable ObjectId baseTree, ObjectId oursTree, ObjectId theirsTree)
            throws IOException {
        ours = changes(repository, baseTree, oursTree);
        theirs = changes(repository, baseTree, theirsTree);
        ours.renames.entrySet().removeIf(rename -> collides(rename.getKey(), rename.getValue(), theirs));
        theirs.renames.entrySet().removeIf(rename -> collides(rename.getKey(), rename.getValue(), ours));
    }

    /** What one side changed: paths with their new versions, null for deleted ones, and where files were moved to. */
    private record Changes(Map<String, @Nullable Version> files, Map<String, String> renames) {}

    /** The files that at least one side changed, sorted by path. A base of null is an empty tree. */
    static List<Sides> of(Repository repository, @Nullable ObjectId base, ObjectId ours, ObjectId theirs)
            throws IOException {
        return new TreeSides(repository, base, ours, theirs).list();
    }

    private Changes changes(Repository repository, @Nullable ObjectId from, ObjectId to) throws IOException {
        var files = new TreeMap<String, @Nullable Version>();
        var renames = new TreeMap<String, String>();
        try (var walk = new TreeWalk(repository)) {
            if (from == null) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(from);
            }
            walk.addTree(to);
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            List<DiffEntry> entries = DiffEntry.scan(walk);
            for (DiffEntry entry : entries) {
                if (entry.getChangeType() != ChangeType.ADD) {
                    base.put(entry.getOldPath(), new Version(entry.getOldId().toObjectId(), entry.getOldMode()));
                    files.put(entry.getOldPath(), null);
                }
                if (entry.getChangeType() != ChangeType.DELETE) {
                    files.put(entry.getNewPath(), new Version(entry.getNewId().toObjectId(), entry.getNewMode()));
                }
            }
            var detector = new RenameDetector(repository);
            detector.setRenameScore(RENAME_SCORE);
            detector.addAll(entries);
            for (DiffEntry entry : detector.compute()) {
                if (entry.getChangeType() == ChangeType.RENAME) {
                    renames.put(entry.getOldPath(), entry.getNewPath());
                }
            }
        }
        return new Changes(files, renames);
    }

    /** Whether the other side has another file under the new name. */
    private boolean collides(String from, String to, Changes other) {
        if (to.equals(other.renames.get(from))) {
            return false;
        }
        return base.containsKey(to) || other.files.get(to) != null;
    }

    private List<Sides> list() {
        var result = new ArrayList<Sides>();
        var done = new HashSet<String>();
        var moved = new TreeSet<>(ours.renames.keySet());
        moved.addAll(theirs.renames.keySet());
        for (String from : moved) {
            String oursPath = ours.renames.getOrDefault(from, from);
            String theirsPath = theirs.renames.getOrDefault(from, from);
            done.addAll(List.of(from, oursPath, theirsPath));
            if (oursPath.equals(theirsPath) || oursPath.equals(from) || theirsPath.equals(from)) {
                String path = oursPath.equals(from) ? theirsPath : oursPath;
                result.add(new Sides(path, from, base.get(from), at(ours, oursPath), at(theirs, theirsPath), false));
            } else {
                result.add(new Sides(from, from, base.get(from), null, null, true));
                result.add(new Sides(oursPath, oursPath, null, at(ours, oursPath), null, true));
                result.add(new Sides(theirsPath, theirsPath, null, null, at(theirs, theirsPath), true));
            }
        }
        var paths = new TreeSet<>(ours.files.keySet());
        paths.addAll(theirs.files.keySet());
        paths.removeAll(done);
        paths.forEach(
                path -> result.add(new Sides(path, path, base.get(path), at(ours, path), at(theirs, path), false)));
        return result;
    }

    private @Nullable Version at(Changes side, String path) {
        return side.files.containsKey(path) ? side.files.get(path) : base.get(path);
    }
}
