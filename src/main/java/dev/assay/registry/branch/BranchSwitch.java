package dev.assay.registry.branch;

import dev.assay.llm.InputException;
import dev.assay.registry.branch.SwitchOutcome.Blocked;
import dev.assay.registry.branch.SwitchOutcome.Carried;
import dev.assay.registry.branch.SwitchOutcome.CarriedWithConflicts;
import dev.assay.registry.branch.SwitchOutcome.Switched;
import dev.assay.registry.conflict.GitWork;
import dev.assay.registry.conflict.MergeSession;
import dev.assay.registry.conflict.WorkTreeUpdate;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.git.RefNames;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Switches to another branch without losing a change. */
public final class BranchSwitch {
    private final Repository repository;
    private final WorkTreeUpdate workTree;
    private final MergeSession session;
    private final Branches branches;
    private final Stashes stashes;

    public BranchSwitch(GitWorkspace workspace) {
        repository = workspace.repository();
        workTree = new WorkTreeUpdate(repository);
        session = new MergeSession(workspace);
        branches = new Branches(workspace);
        stashes = new Stashes(workspace);
    }

    /**
     * Switches to a branch. One that only a remote has is made here first.
     *
     * @param carry whether changes in the way are stashed, and applied again on the other branch
     * @throws InputException where there is no such branch, something is under way, or a file that git does not know
     *     would be overwritten
     */
    public SwitchOutcome to(String name, boolean carry) {
        return GitWork.run(repository, "switch to " + name, () -> {
            session.requireNothingUnderWay();
            String branch = local(name);
            if (branch.equals(branches.current())) {
                return new Switched(branch);
            }
            if (OtherWorkTrees.holds(repository, branch)) {
                throw new InputException("The branch '" + branch + "' is checked out in another folder of yours");
            }
            List<String> inTheWay = checkOut(branch);
            if (inTheWay.isEmpty()) {
                return new Switched(branch);
            }
            requireKnown(inTheWay);
            return carry ? carry(branch) : new Blocked(branch, inTheWay);
        });
    }

    private String local(String name) throws IOException {
        if (repository.exactRef(Constants.R_HEADS + name) != null) {
            return name;
        }
        Ref remote = repository.exactRef(Constants.R_REMOTES + name);
        String tracked = remote == null ? onlyRemoteWith(name) : name;
        if (tracked == null) {
            if (repository.exactRef(Constants.R_TAGS + name) != null) {
                throw new InputException("'" + name + "' is a tag: make a branch that starts there, and switch to it");
            }
            throw RefNames.unknown(repository, name);
        }
        String branch = tracked.substring(tracked.indexOf('/') + 1);
        if (repository.exactRef(Constants.R_HEADS + branch) == null) {
            branches.create(branch, tracked);
        }
        return branch;
    }

    private @Nullable String onlyRemoteWith(String name) throws IOException {
        List<String> found = repository.getRemoteNames().stream()
                .map(remote -> remote + "/" + name)
                .filter(tracking -> RefNames.find(repository, tracking).isPresent())
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** Brings the branch onto the disk; the files in the way where there are some, and then nothing is done. */
    private List<String> checkOut(String branch) throws IOException {
        String full = Constants.R_HEADS + branch;
        ObjectId before = repository.resolve(Constants.HEAD);
        Ref ref = repository.exactRef(full);
        if (ref == null) {
            throw RefNames.unknown(repository, branch);
        }
        String from = repository.getBranch();
        try (var walk = new RevWalk(repository)) {
            ObjectId oldTree = before == null ? null : walk.parseCommit(before).getTree();
            List<String> inTheWay =
                    workTree.apply(oldTree, walk.parseCommit(ref.getObjectId()).getTree());
            if (!inTheWay.isEmpty()) {
                return inTheWay;
            }
        }
        RefUpdate head = repository.updateRef(Constants.HEAD);
        head.setRefLogMessage("checkout: moving from " + from + " to " + branch, false);
        head.link(full);
        String old = before == null ? ObjectId.zeroId().name() : before.name();
        GitWork.tellHook(repository, "post-checkout", old, ref.getObjectId().name(), "1");
        return List.of();
    }

    private void requireKnown(List<String> files) throws IOException {
        DirCache index = repository.readDirCache();
        List<String> unknown =
                files.stream().filter(file -> index.getEntry(file) == null).toList();
        if (!unknown.isEmpty()) {
            throw new InputException("The switch would overwrite " + String.join(", ", unknown)
                    + ", which git does not know yet: commit, move or delete it first");
        }
    }

    private SwitchOutcome carry(String branch) throws IOException {
        String from = repository.getBranch();
        stashes.create("switching from " + from + " to " + branch);
        List<String> inTheWay = checkOut(branch);
        if (!inTheWay.isEmpty()) {
            stashes.apply(0);
            stashes.drop(0);
            return new Blocked(branch, inTheWay);
        }
        List<String> conflicts = stashes.apply(0);
        if (conflicts.isEmpty()) {
            stashes.drop(0);
            return new Carried(branch);
        }
        return new CarriedWithConflicts(branch, stashes.list().getFirst().name(), conflicts);
    }
}
