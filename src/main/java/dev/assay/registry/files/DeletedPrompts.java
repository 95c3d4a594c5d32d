package dev.assay.registry.files;

import dev.assay.llm.CancelledException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.log.PromptLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Finds prompts that commits deleted; a rename deletes nothing. */
final class DeletedPrompts {
    private final GitWorkspace workspace;

    DeletedPrompts(GitWorkspace workspace) {
        this.workspace = workspace;
    }

    /**
     * The latest deletions.
     *
     * @param present names of the prompts there are now; these are left out
     */
    List<DeletedPrompt> find(Set<String> present, int limit) {
        var repository = workspace.repository();
        var seen = new HashSet<>(present);
        var deleted = new ArrayList<DeletedPrompt>();
        try (var walk = new RevWalk(repository);
                var trees = new TreeWalk(walk.getObjectReader())) {
            ObjectId head = repository.resolve("HEAD^{commit}");
            if (head == null) {
                return List.of();
            }
            walk.markStart(walk.parseCommit(head));
            trees.setRecursive(true);
            trees.setFilter(AndTreeFilter.create(
                    PathFilter.create(workspace.paths().inRepository("prompts")), TreeFilter.ANY_DIFF));
            for (RevCommit commit = walk.next(); commit != null && deleted.size() < limit; commit = walk.next()) {
                requireWanted();
                if (commit.getParentCount() == 1) {
                    add(deleted, seen, limit, commit, deletions(walk, trees, commit));
                }
            }
            return List.copyOf(deleted);
        } catch (IOException e) {
            throw new StorageException(
                    "Git cannot read the history in " + repository.getDirectory() + ": " + GitFailures.reason(e), e);
        }
    }

    private void add(
            List<DeletedPrompt> deleted, Set<String> seen, int limit, RevCommit commit, List<String> repositoryPaths) {
        for (String repositoryPath : repositoryPaths) {
            String path = workspace.paths().inWorkspace(repositoryPath);
            if (WorkspacePaths.isPrompt(path)
                    && WorkspacePaths.isName(WorkspacePaths.nameOf(path))
                    && seen.add(WorkspacePaths.nameOf(path))
                    && deleted.size() < limit) {
                String before = commit.getParent(0).name();
                deleted.add(new DeletedPrompt(WorkspacePaths.nameOf(path), PromptLog.revision(commit, ""), before));
            }
        }
    }

    private List<String> deletions(RevWalk walk, TreeWalk trees, RevCommit commit) throws IOException {
        walk.parseHeaders(commit.getParent(0));
        trees.reset(commit.getParent(0).getTree(), commit.getTree());
        List<DiffEntry> changes = DiffEntry.scan(trees);
        boolean removes = changes.stream().anyMatch(change -> change.getChangeType() == ChangeType.DELETE);
        boolean adds = changes.stream().anyMatch(change -> change.getChangeType() == ChangeType.ADD);
        if (removes && adds) {
            var renames = new RenameDetector(workspace.repository());
            renames.addAll(changes);
            changes = renames.compute();
        }
        return changes.stream()
                .filter(change -> change.getChangeType() == ChangeType.DELETE)
                .map(DiffEntry::getOldPath)
                .toList();
    }

    private static void requireWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledException("Stopped while looking for deleted prompts");
        }
    }
}
