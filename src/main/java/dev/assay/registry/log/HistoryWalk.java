package dev.assay.registry.log;

import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks from a commit to all earlier ones that changed a file, newest first, and finds nothing sooner than it is asked
 * for. Each branch is followed under the name that the file had there. Where a merge took the file as one side had it,
 * only that side is followed, as git does.
 */
final class HistoryWalk {
    private final Commits commits;
    private final ObjectReader reader;
    private final RenameFinder renames;
    private final Map<String, FollowedPath> paths = new HashMap<>();
    private final BitSet told = new BitSet();
    private final PriorityQueue<Pending> pending = new PriorityQueue<>(
            Comparator.comparingLong(Pending::time).reversed().thenComparingInt(Pending::order));
    private int order;

    /**
     * A change of the file.
     *
     * @param commit its number
     * @param path where the file lay after it, from the top of the repository
     * @param renamedFrom where it lay before if the commit renamed it, else null
     * @param content the file after it
     */
    record Change(int commit, String path, @Nullable String renamedFrom, FollowedPath.Entry content) {}

    private record Pending(int commit, FollowedPath path, long time, int order) {}

    HistoryWalk(Commits commits, ObjectReader reader, DiffConfig settings) {
        this.commits = commits;
        this.reader = reader;
        this.renames = new RenameFinder(reader, settings);
    }

    /** Begins at a commit with a path from the top of the repository. */
    void start(ObjectId head, String path) throws IOException {
        follow(commits.number(head), path);
    }

    /** The next change, or null where there is no further one. */
    @Nullable
    Change next() throws IOException {
        for (Pending here = pending.poll(); here != null; here = pending.poll()) {
            Change change = look(here.commit, here.path);
            if (change != null && !told.get(change.commit)) {
                told.set(change.commit);
                return change;
            }
        }
        return null;
    }

    private @Nullable Change look(int commit, FollowedPath path) throws IOException {
        int[] parents = commits.parents(commit);
        if (parents.length == 0) {
            FollowedPath.Entry content = content(commit, path);
            return content.isFile() ? new Change(commit, path.path(), null, content) : null;
        }
        if (!commits.mayChange(commit, path.raw())) {
            follow(parents[0], path);
            return null;
        }
        FollowedPath.Entry content = content(commit, path);
        var before = new FollowedPath.Entry[parents.length];
        for (int i = 0; i < parents.length; i++) {
            before[i] = content(parents[i], path);
            if (before[i].equals(content)) {
                follow(parents[i], path);
                return null;
            }
        }
        String earlier = null;
        for (int i = 0; i < parents.length; i++) {
            earlier = before[i].isFile() ? path.path() : earlierName(parents[i], commit, path.path());
            follow(parents[i], earlier);
        }
        boolean renamed = parents.length == 1 && !path.path().equals(earlier);
        return new Change(commit, path.path(), renamed ? earlier : null, content);
    }

    private FollowedPath.Entry content(int commit, FollowedPath path) throws IOException {
        return path.in(commits.tree(commit), reader);
    }

    private String earlierName(int parent, int commit, String path) throws IOException {
        return renames.earlierName(commits.tree(parent), commits.tree(commit), path)
                .orElse(path);
    }

    private void follow(int commit, String path) {
        follow(commit, paths.computeIfAbsent(path, FollowedPath::new));
    }

    private void follow(int commit, FollowedPath path) {
        if (path.visit(commit)) {
            pending.add(new Pending(commit, path, commits.time(commit), order++));
        }
    }
}
