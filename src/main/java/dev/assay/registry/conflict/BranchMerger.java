package dev.assay.registry.conflict;

import dev.assay.llm.InputException;
import dev.assay.registry.conflict.MergeOutcome.Conflicted;
import dev.assay.registry.conflict.MergeOutcome.FastForward;
import dev.assay.registry.conflict.MergeOutcome.Merged;
import dev.assay.registry.conflict.MergeOutcome.UpToDate;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.RefNames;
import dev.assay.registry.merge.tree.Sides;
import dev.assay.registry.merge.tree.TreeMerger;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Merges another branch into the current one. What it leaves on disk is what git leaves, so git can take over at any time. */
public final class BranchMerger {
    private final Repository repository;
    private final WorkTreeUpdate workTree;
    private final MergeSession session;

    public BranchMerger(GitWorkspace workspace) {
        repository = workspace.repository();
        workTree = new WorkTreeUpdate(repository);
        session = new MergeSession(workspace);
    }

    /** Whether a merge may or must make a commit of its own, as {@code merge.ff} and {@code pull.ff} say. */
    public enum FastForwarding {
        /** A commit is made only where both sides have something new. */
        ALLOWED,
        /** A commit is always made. */
        NEVER,
        /** Nothing is done where a commit would be needed. */
        ONLY
    }

    /**
     * Merges a branch, tag or commit.
     *
     * @throws InputException where it does not exist, something is under way, or local changes are in the way
     */
    public MergeOutcome merge(String name) {
        String configured = repository.getConfig().getString("merge", null, "ff");
        FastForwarding forwarding = "false".equals(configured)
                ? FastForwarding.NEVER
                : "only".equals(configured) ? FastForwarding.ONLY : FastForwarding.ALLOWED;
        return merge(name, forwarding);
    }

    /** Merges, with its own word on fast-forwarding. */
    public MergeOutcome merge(String name, FastForwarding forwarding) {
        return GitWork.run(repository, "merge " + name, () -> mergeNow(name, forwarding));
    }

    private MergeOutcome mergeNow(String name, FastForwarding forwarding) throws IOException {
        session.requireNothingUnderWay();
        Ref ref = RefNames.find(repository, name).orElse(null);
        ObjectId id = ref == null ? repository.resolve(name + "^{commit}") : ref.getObjectId();
        if (id == null) {
            throw RefNames.unknown(repository, name);
        }
        try (var walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null) {
                throw new InputException("There is no commit yet to merge '" + name + "' into: commit first");
            }
            RevCommit ours = walk.parseCommit(head);
            RevCommit theirs = walk.parseCommit(id);
            if (walk.isMergedInto(theirs, ours)) {
                return new UpToDate();
            }
            boolean forward = walk.isMergedInto(ours, theirs);
            if (!forward && forwarding == FastForwarding.ONLY) {
                throw new InputException(
                        "'" + name + "' and the current branch each have commits of their own, and git is"
                                + " configured to fast-forward only: rebase with git, or allow a merge (pull.ff, merge.ff)");
            }
            requireNothingStaged(ours);
            return forward && forwarding != FastForwarding.NEVER
                    ? forward(name, ours, theirs)
                    : join(name, ref, ours, theirs);
        }
    }

    private MergeOutcome forward(String name, RevCommit ours, RevCommit theirs) throws IOException {
        requireFree(workTree.apply(ours.getTree(), theirs.getTree()));
        RefUpdate update = repository.updateRef(Constants.HEAD);
        update.setExpectedOldObjectId(ours);
        update.setNewObjectId(theirs);
        update.setRefLogMessage("merge " + name + ": Fast-forward", false);
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.FAST_FORWARD) {
            throw new IOException("the branch was moved by another program (" + result + ")");
        }
        GitWork.tellHook(repository, "post-merge", "0");
        return new FastForward(theirs.name());
    }

    private MergeOutcome join(String name, @org.jspecify.annotations.Nullable Ref ref, RevCommit ours, RevCommit theirs)
            throws IOException {
        GitWork.committer(repository);
        TreeMerger.Result merged = new TreeMerger(repository, "HEAD", name).merge(ours, theirs);
        requireFree(workTree.apply(ours.getTree(), merged.tree()));
        session.begin(message(name, ref), ours, theirs);
        if (merged.conflicts().isEmpty()) {
            return new Merged(session.commit(""));
        }
        workTree.mark(merged.conflicts());
        List<String> files =
                merged.conflicts().stream().map(Sides::path).sorted().toList();
        session.tellConflicts(files);
        return new Conflicted(files);
    }

    private String message(String name, @org.jspecify.annotations.Nullable Ref ref) throws IOException {
        String full = ref == null ? "" : ref.getName();
        String kind = full.startsWith(Constants.R_HEADS)
                ? "branch"
                : full.startsWith(Constants.R_REMOTES)
                        ? "remote-tracking branch"
                        : full.startsWith(Constants.R_TAGS) ? "tag" : "commit";
        String into = repository.getBranch();
        boolean usual = into == null || into.equals("main") || into.equals("master") || ObjectId.isId(into);
        return "Merge " + kind + " '" + name + "'" + (usual ? "" : " into " + into) + "\n";
    }

    private void requireNothingStaged(RevCommit head) throws IOException {
        if (!workTree.indexTree().equals(head.getTree())) {
            throw new InputException("Changes are staged that are not committed yet: commit or stash them, then merge");
        }
    }

    private static void requireFree(List<String> inTheWay) {
        if (!inTheWay.isEmpty()) {
            throw new InputException("The merge would overwrite " + String.join(", ", inTheWay)
                    + ", which you have not committed: commit or stash first");
        }
    }
}
