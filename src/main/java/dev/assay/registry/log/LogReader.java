package dev.assay.registry.log;

import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.FollowFilter;
import org.eclipse.jgit.revwalk.RenameCallback;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history of one prompt page by page, newest first, across renames. What is not asked for is not looked up,
 * so the first page of a long history is there at once. For one thread at a time; close it.
 */
public final class LogReader implements AutoCloseable {
    private final GitWorkspace workspace;
    private final RevWalk walk;
    private final Renames renames = new Renames();
    private String path;

    /**
     * @param path from the top of the repository
     * @param head where to begin
     */
    LogReader(GitWorkspace workspace, String path, ObjectId head) {
        this.workspace = workspace;
        this.path = path;
        this.walk = new RevWalk(workspace.repository());
        var filter =
                FollowFilter.create(path, workspace.repository().getConfig().get(DiffConfig.KEY));
        filter.setRenameCallback(renames);
        walk.setTreeFilter(filter);
        // To rewrite parents JGit reads the whole history before it returns the first commit.
        walk.setRewriteParents(false);
        try {
            walk.markStart(walk.parseCommit(head));
        } catch (IOException e) {
            walk.close();
            throw failed(e);
        }
    }

    /** The next entries; fewer than asked for only at the end. */
    public List<LogEntry> next(int count) {
        var entries = new ArrayList<LogEntry>();
        try {
            while (entries.size() < count) {
                RevCommit commit = walk.next();
                if (commit == null) {
                    break;
                }
                entries.add(entry(commit));
            }
            return entries;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private LogEntry entry(RevCommit commit) throws IOException {
        String here = path;
        ObjectId blob = blobAt(commit, here);
        String earlier = renames.earlierNames.get(commit.name());
        if (earlier != null) {
            path = earlier;
        }
        return new LogEntry(
                PromptLog.revision(commit, blob == null ? "" : blob.name()),
                workspace.paths().inWorkspace(here),
                earlier == null ? null : workspace.paths().inWorkspace(earlier));
    }

    private @Nullable ObjectId blobAt(RevCommit commit, String file) throws IOException {
        ObjectReader reader = walk.getObjectReader();
        try (var tree = TreeWalk.forPath(workspace.repository(), reader, file, commit.getTree())) {
            return tree == null ? null : tree.getObjectId(0);
        }
    }

    private StorageException failed(IOException e) {
        return new StorageException(
                "Git cannot read the log in " + workspace.repository().getDirectory() + ": " + GitFailures.reason(e),
                e);
    }

    @Override
    public void close() {
        walk.close();
    }

    /** Remembers what the file was called before, as the walk finds out. */
    private static final class Renames extends RenameCallback {
        private final Map<String, String> earlierNames = new HashMap<>();

        @Override
        public void renamed(DiffEntry entry) {
            throw new UnsupportedOperationException("JGit tells the commit as well");
        }

        @Override
        public void renamed(DiffEntry entry, RevCommit commit) {
            earlierNames.put(commit.name(), entry.getOldPath());
        }
    }
}
