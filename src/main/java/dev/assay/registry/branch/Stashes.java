package dev.assay.registry.branch;

import dev.assay.llm.InputException;
import dev.assay.registry.conflict.GitWork;
import dev.assay.registry.conflict.WorkTreeUpdate;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.merge.tree.Sides;
import dev.assay.registry.merge.tree.TreeMerger;
import dev.assay.registry.merge.tree.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Changes put aside, and brought back. */
public final class Stashes {
    private final Repository repository;
    private final WorkTreeUpdate workTree;

    public Stashes(GitWorkspace workspace) {
        repository = workspace.repository();
        workTree = new WorkTreeUpdate(repository);
    }

    /** All stashes, newest first. */
    public List<Stash> list() {
        return GitWork.run(repository, "list the stashes", () -> {
            try (var git = new Git(repository)) {
                var stashes = new ArrayList<Stash>();
                for (RevCommit commit : git.stashList().call()) {
                    Instant time = Instant.ofEpochSecond(commit.getCommitTime());
                    stashes.add(new Stash(stashes.size(), commit.getShortMessage(), time));
                }
                return stashes;
            }
        });
    }

    /**
     * Puts all changes aside that are not committed; files that git does not know stay where they are.
     *
     * @param message what they are
     * @throws InputException where nothing has changed
     */
    public Stash create(String message) {
        return GitWork.run(repository, "stash", () -> {
            if (repository.readDirCache().hasUnmergedPaths()) {
                throw new InputException("Files are in conflict: resolve them first, then stash");
            }
            try (var git = new Git(repository)) {
                String branch = repository.getBranch();
                RevCommit stash = git.stashCreate()
                        .setWorkingDirectoryMessage("On " + branch + ": " + message)
                        .setIndexMessage("index on " + branch + ": " + message)
                        .call();
                if (stash == null) {
                    throw new InputException("Nothing to stash: nothing has changed since the last commit");
                }
            }
            return list().getFirst();
        });
    }

    /**
     * Brings a stash back onto the disk; it stays in the list. Its changes are joined with what is there as in a merge.
     *
     * @return the files in conflict; empty where it fitted
     * @throws InputException where there is no such stash, or changes that are not committed are in the way
     */
    public List<String> apply(int index) {
        return GitWork.run(repository, "apply the stash", () -> {
            if (repository.readDirCache().hasUnmergedPaths()) {
                throw new InputException("Files are in conflict: resolve them first");
            }
            try (var walk = new RevWalk(repository)) {
                RevCommit stash = walk.parseCommit(commit(index));
                RevCommit base = walk.parseCommit(stash.getParent(0));
                Map<String, Version> untracked = stash.getParentCount() > 2
                        ? workTree.files(walk.parseCommit(stash.getParent(2)).getTree())
                        : Map.of();
                return apply(base.getTree(), stash.getTree(), untracked);
            }
        });
    }

    private List<String> apply(ObjectId base, ObjectId stash, Map<String, Version> untracked) throws IOException {
        ObjectId before = workTree.indexTree();
        TreeMerger.Result merged =
                new TreeMerger(repository, "Updated upstream", "Stashed changes").merge(base, before, stash);
        List<String> inTheWay = workTree.apply(before, with(merged.tree(), untracked));
        if (!inTheWay.isEmpty()) {
            throw new InputException("The stash would overwrite changes in " + String.join(", ", inTheWay)
                    + ": commit or stash these first");
        }
        workTree.unstage(before, untracked.keySet());
        if (!merged.conflicts().isEmpty()) {
            workTree.mark(merged.conflicts());
        }
        return merged.conflicts().stream().map(Sides::path).sorted().toList();
    }

    private ObjectId with(ObjectId tree, Map<String, Version> more) throws IOException {
        if (more.isEmpty()) {
            return tree;
        }
        var all = new TreeMap<>(workTree.files(tree));
        all.putAll(more);
        DirCacheBuilder builder = DirCache.newInCore().builder();
        all.forEach((path, version) -> {
            var entry = new DirCacheEntry(path);
            entry.setFileMode(version.mode());
            entry.setObjectId(version.id());
            builder.add(entry);
        });
        builder.finish();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = builder.getDirCache().writeTree(inserter);
            inserter.flush();
            return id;
        }
    }

    /** Throws a stash away. */
    public void drop(int index) {
        GitWork.run(repository, "drop the stash", () -> {
            commit(index);
            try (var git = new Git(repository)) {
                git.stashDrop().setStashRef(index).call();
            }
            return "";
        });
    }

    private ObjectId commit(int index) throws IOException {
        ObjectId id = list().size() > index && index >= 0 ? repository.resolve("stash@{" + index + "}") : null;
        if (id == null) {
            throw new InputException("There is no stash " + index
                    + (list().isEmpty() ? ": nothing is stashed" : ": they count from 0 to " + (list().size() - 1)));
        }
        return id;
    }
}
