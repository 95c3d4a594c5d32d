package dev.assay.registry.log;

import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Reads the history of one prompt page by page, newest first, across renames. What is not asked for is not looked up,
 * so the first page of a long history is there at once. For one thread at a time; close it.
 */
public final class LogReader implements AutoCloseable {
    private final GitWorkspace workspace;
    private final RevWalk revisions;
    private final Commits commits;
    private final HistoryWalk walk;

    /**
     * @param path from the top of the repository
     * @param head where to begin
     */
    LogReader(GitWorkspace workspace, String path, ObjectId head) {
        this.workspace = workspace;
        this.revisions = new RevWalk(workspace.repository());
        try {
            DiffConfig settings = workspace.repository().getConfig().get(DiffConfig.KEY);
            commits = new Commits(revisions);
            walk = new HistoryWalk(commits, revisions.getObjectReader(), settings);
            walk.start(head, path);
        } catch (IOException e) {
            revisions.close();
            throw failed(e);
        }
    }

    /** The next entries; fewer than asked for only at the end. */
    public List<LogEntry> next(int count) {
        var entries = new ArrayList<LogEntry>();
        try {
            while (entries.size() < count) {
                HistoryWalk.Change change = walk.next();
                if (change == null) {
                    break;
                }
                entries.add(entry(change));
            }
            return entries;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private LogEntry entry(HistoryWalk.Change change) throws IOException {
        FollowedPath.Entry content = change.content();
        String former = change.renamedFrom();
        return new LogEntry(
                PromptLog.revision(
                        commits.open(change.commit()),
                        content.isFile() ? content.id().name() : ""),
                workspace.paths().inWorkspace(change.path()),
                former == null ? null : workspace.paths().inWorkspace(former));
    }

    private StorageException failed(IOException e) {
        return new StorageException(
                "Git cannot read the log in " + workspace.repository().getDirectory() + ": " + GitFailures.reason(e),
                e);
    }

    @Override
    public void close() {
        revisions.close();
    }
}
