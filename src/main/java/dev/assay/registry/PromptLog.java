package dev.assay.registry;

import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.PromptRevision;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.FollowFilter;
import org.eclipse.jgit.revwalk.RenameCallback;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * The commits that changed one file. Walks by itself, since JGit's log command follows no renames and is many times
 * slower on a long history.
 */
final class PromptLog {
    private final Repository repository;

    PromptLog(Repository repository) {
        this.repository = repository;
    }

    /**
     * Newest first, across renames.
     *
     * @param path from the top of the repository
     * @param limit the most commits to return
     */
    List<PromptRevision> of(String path, RevCommit head, int limit) {
        try (var walk = new RevWalk(repository)) {
            var renames = new Renames();
            var filter = FollowFilter.create(path, repository.getConfig().get(DiffConfig.KEY));
            filter.setRenameCallback(renames);
            walk.setTreeFilter(filter);
            walk.markStart(walk.parseCommit(head));
            var commits = new ArrayList<RevCommit>();
            for (RevCommit commit = walk.next(); commit != null && commits.size() < limit; commit = walk.next()) {
                commits.add(commit);
            }
            return withBlobs(commits, path, renames);
        } catch (IOException e) {
            throw new StorageException(
                    "Git cannot read the log in " + repository.getDirectory() + ": " + GitFailures.reason(e), e);
        }
    }

    private List<PromptRevision> withBlobs(List<RevCommit> commits, String path, Renames renames) throws IOException {
        var revisions = new ArrayList<PromptRevision>();
        String current = path;
        for (RevCommit commit : commits) {
            ObjectId blob = blobAt(commit, current);
            String earlier = renames.earlierNames.get(current);
            if (blob == null && earlier != null && blobAt(commit, earlier) != null) {
                current = earlier;
                blob = blobAt(commit, current);
            }
            revisions.add(revision(commit, blob == null ? "" : blob.name()));
        }
        return revisions;
    }

    private @Nullable ObjectId blobAt(RevCommit commit, String path) throws IOException {
        try (var walk = TreeWalk.forPath(repository, path, commit.getTree())) {
            return walk == null ? null : walk.getObjectId(0);
        }
    }

    /** The revision that a commit is for a prompt with that content. */
    static PromptRevision revision(RevCommit commit, String blobId) {
        var author = commit.getAuthorIdent();
        return new PromptRevision(
                commit.name(),
                author.getName(),
                author.getEmailAddress(),
                Instant.ofEpochSecond(commit.getCommitTime()),
                commit.getFullMessage(),
                blobId);
    }

    /** Remembers what the file was called before, as the walk finds out. */
    private static final class Renames extends RenameCallback {
        private final Map<String, String> earlierNames = new HashMap<>();

        @Override
        public void renamed(DiffEntry entry) {
            earlierNames.put(entry.getNewPath(), entry.getOldPath());
        }
    }
}
