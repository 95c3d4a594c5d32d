package dev.assay.registry.log;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Finds what a file was called before the commit that brought it under its name. */
final class RenameFinder {
    private final ObjectReader reader;
    private final DiffConfig settings;

    RenameFinder(ObjectReader reader, DiffConfig settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** The path in the earlier tree of the file that the later tree has at {@code path}; empty where it is new. */
    Optional<String> earlierName(ObjectId earlier, ObjectId later, String path) throws IOException {
        try (var changes = new TreeWalk(reader)) {
            changes.setFilter(TreeFilter.ANY_DIFF);
            changes.reset(earlier, later);
            changes.setRecursive(true);
            var renames = new RenameDetector(reader, settings);
            renames.addAll(DiffEntry.scan(changes));
            return renames.compute().stream()
                    .filter(RenameFinder::isRename)
                    .filter(change -> change.getNewPath().equals(path))
                    .map(DiffEntry::getOldPath)
                    .findFirst();
        }
    }

    private static boolean isRename(DiffEntry change) {
        return change.getChangeType() == ChangeType.RENAME || change.getChangeType() == ChangeType.COPY;
    }
}
