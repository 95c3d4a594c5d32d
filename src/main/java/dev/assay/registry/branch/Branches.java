package dev.assay.registry.branch;

import dev.assay.llm.InputException;
import dev.assay.registry.branch.Branch.LastCommit;
import dev.assay.registry.conflict.GitWork;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.RefNames;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.api.CreateBranchCommand.SetupUpstreamMode;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.NotMergedException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.BranchTrackingStatus;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** The branches of a repository. */
public final class Branches {
    private final Repository repository;

    public Branches(GitWorkspace workspace) {
        repository = workspace.repository();
    }

    /** Local branches first, the current one at the top, then those of the remotes; each by name. */
    public List<Branch> list() {
        return GitWork.run(repository, "list the branches", () -> {
            var branches = new ArrayList<Branch>();
            try (var walk = new RevWalk(repository)) {
                for (String folder : List.of(Constants.R_HEADS, Constants.R_REMOTES)) {
                    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(folder)) {
                        if (!ref.isSymbolic() && ref.getObjectId() != null) {
                            branches.add(branch(ref, walk));
                        }
                    }
                }
            }
            branches.sort(Comparator.comparing(Branch::isRemote)
                    .thenComparing(branch -> !branch.isCurrent())
                    .thenComparing(Branch::name));
            return branches;
        });
    }

    private Branch branch(Ref ref, RevWalk walk) throws IOException {
        boolean remote = ref.getName().startsWith(Constants.R_REMOTES);
        String name = ref.getName().substring((remote ? Constants.R_REMOTES : Constants.R_HEADS).length());
        RevCommit commit = walk.parseCommit(ref.getObjectId());
        var last = new LastCommit(
                commit.name(),
                commit.getShortMessage(),
                commit.getAuthorIdent().getName(),
                Instant.ofEpochSecond(commit.getCommitTime()));
        if (remote) {
            return new Branch(name, true, false, "", false, 0, 0, last);
        }
        String upstream = new BranchConfig(repository.getConfig(), name).getTrackingBranch();
        BranchTrackingStatus tracking = upstream == null ? null : BranchTrackingStatus.of(repository, name);
        boolean current = ref.getName().equals(repository.getFullBranch());
        return new Branch(
                name,
                false,
                current,
                upstream == null ? "" : Repository.shortenRefName(upstream),
                upstream != null && tracking == null,
                tracking == null ? 0 : tracking.getAheadCount(),
                tracking == null ? 0 : tracking.getBehindCount(),
                last);
    }

    /** The current branch, or an empty text where a commit is checked out instead of one. */
    public String current() {
        return GitWork.run(repository, "read the current branch", () -> {
            String branch = repository.getFullBranch();
            return branch != null && branch.startsWith(Constants.R_HEADS)
                    ? branch.substring(Constants.R_HEADS.length())
                    : "";
        });
    }

    /**
     * Makes a branch without switching to it. One that starts at a remote-tracking branch has that as upstream.
     *
     * @param start a branch, tag or commit; null for the current commit
     */
    public void create(String name, @Nullable String start) {
        RefNames.requireValid(name);
        GitWork.run(repository, "make the branch " + name, () -> {
            requireFree(name);
            ObjectId from = repository.resolve(start == null ? Constants.HEAD : start + "^{commit}");
            if (from == null) {
                throw start == null
                        ? new InputException("Nothing is committed yet: commit first, then branch")
                        : RefNames.unknown(repository, start);
            }
            boolean tracks = start != null && repository.exactRef(Constants.R_REMOTES + start) != null;
            try (var git = new Git(repository)) {
                return git.branchCreate()
                        .setName(name)
                        .setStartPoint(start == null ? Constants.HEAD : tracks ? Constants.R_REMOTES + start : start)
                        .setUpstreamMode(tracks ? SetupUpstreamMode.TRACK : SetupUpstreamMode.NOTRACK)
                        .call();
            }
        });
    }

    /** Gives a branch another name; its upstream stays. */
    public void rename(String from, String to) {
        RefNames.requireValid(to);
        GitWork.run(repository, "rename the branch " + from, () -> {
            requireLocal(from);
            requireFree(to);
            try (var git = new Git(repository)) {
                return git.branchRename().setOldName(from).setNewName(to).call();
            }
        });
    }

    /** How many commits would be in no branch, tag or stash any more if this local branch were deleted. */
    public int commitsOnlyOn(String name) {
        return GitWork.run(repository, "look at the branch " + name, () -> {
            requireLocal(name);
            try (var walk = new RevWalk(repository)) {
                for (Ref ref : repository.getRefDatabase().getRefs()) {
                    boolean own = ref.getLeaf().getName().equals(Constants.R_HEADS + name);
                    if (!own
                            && ref.getObjectId() != null
                            && walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit commit) {
                        walk.markUninteresting(walk.parseCommit(commit));
                    }
                }
                walk.markStart(walk.parseCommit(repository.resolve(Constants.R_HEADS + name)));
                return count(walk);
            }
        });
    }

    private static int count(RevWalk walk) throws IOException {
        int count = 0;
        while (walk.next() != null) {
            count++;
        }
        return count;
    }

    /**
     * Deletes a local branch.
     *
     * @param force also where its commits are in no other branch
     * @throws InputException where it is checked out, or is not merged and force is not given
     */
    public void delete(String name, boolean force) {
        GitWork.run(repository, "delete the branch " + name, () -> {
            requireLocal(name);
            if (name.equals(current()) || OtherWorkTrees.holds(repository, name)) {
                throw new InputException("The branch '" + name + "' is checked out: switch to another one first");
            }
            try (var git = new Git(repository)) {
                return git.branchDelete().setBranchNames(name).setForce(force).call();
            } catch (NotMergedException e) {
                throw new InputException("The branch '" + name + "' has commits that are not merged into "
                        + repository.getBranch() + ": merge it first, or force the deletion to lose them");
            }
        });
    }

    private void requireLocal(String name) throws IOException {
        if (repository.exactRef(Constants.R_HEADS + name) == null) {
            throw RefNames.unknown(repository, name);
        }
    }

    private void requireFree(String name) throws IOException {
        if (repository.exactRef(Constants.R_HEADS + name) != null) {
            throw new InputException("There is a branch '" + name + "' already: choose another name, or switch to it");
        }
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
            String other = ref.getName().substring(Constants.R_HEADS.length());
            if (other.startsWith(name + "/") || name.startsWith(other + "/")) {
                throw new InputException("'" + name + "' cannot stand beside the branch '" + other
                        + "', since one name is a folder of the other: choose another name");
            }
        }
    }
}
