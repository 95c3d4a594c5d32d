package dev.assay.registry.remote;

import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.registry.branch.Branches;
import dev.assay.registry.conflict.BranchMerger;
import dev.assay.registry.conflict.BranchMerger.FastForwarding;
import dev.assay.registry.conflict.MergeSession;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.remote.RefChange.Kind;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Exchange;
import dev.assay.registry.remote.transport.Progress;
import dev.assay.registry.remote.transport.UserEnvironment;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.RebaseCommand;
import org.eclipse.jgit.api.RebaseResult;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.BranchConfig.BranchRebaseMode;
import org.eclipse.jgit.lib.BranchTrackingStatus;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.SubmoduleConfig.FetchRecurseSubmodulesMode;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.TrackingRefUpdate;

/** Fetches and pulls. */
public final class Synchronizer {
    private final Repository repository;
    private final Remotes remotes;
    private final Branches branches;
    private final BranchMerger merger;
    private final MergeSession session;
    private final ReentrantLock writing;
    private final UserEnvironment user;

    /** @param user whose keys and programs are used */
    public Synchronizer(GitWorkspace workspace, UserEnvironment user) {
        repository = workspace.repository();
        remotes = new Remotes(workspace);
        branches = new Branches(workspace);
        merger = new BranchMerger(workspace);
        session = new MergeSession(workspace);
        writing = workspace.writing();
        this.user = user;
    }

    /**
     * Fetches what a remote has; nothing on disk changes.
     *
     * @param remote its name; empty for the one that the current branch belongs to
     * @throws InputException where there is no such remote, or it does not let us in
     */
    public List<RefChange> fetch(String remote, CredentialPrompt prompt, Progress progress) {
        String name = remote.isEmpty() ? remotes.usual(branches.current(), false) : remotes.requireKnown(remote);
        var exchange =
                new Exchange(repository.getConfig(), repository.getWorkTree().toPath(), name, user, prompt, progress);
        return exchange.run("fetch from", () -> {
            try (var git = new Git(repository)) {
                FetchResult result = exchange.prepare(git.fetch())
                        .setRemote(name)
                        // A submodule may name a host that the user never chose.
                        .setRecurseSubmodules(FetchRecurseSubmodulesMode.NO)
                        .setProgressMonitor(Progress.monitor(progress))
                        .call();
                return result.getTrackingRefUpdates().stream()
                        .map(Synchronizer::change)
                        .toList();
            }
        });
    }

    private static RefChange change(TrackingRefUpdate update) {
        String name = Repository.shortenRefName(update.getLocalName());
        return new RefChange(
                name,
                switch (update.getResult()) {
                    case NEW -> Kind.NEW;
                    case FORCED ->
                        org.eclipse.jgit.lib.ObjectId.zeroId().equals(update.getNewObjectId())
                                ? Kind.DELETED
                                : Kind.FORCED;
                    default -> Kind.UPDATED;
                });
    }

    /**
     * Fetches the upstream of the current branch and joins it: by a merge, or by a rebase where git is configured so.
     *
     * @throws InputException where the branch has no upstream, something is under way, or local changes are in the way
     */
    public PullOutcome pull(CredentialPrompt prompt, Progress progress) {
        session.requireNothingUnderWay();
        String branch = branches.current();
        if (branch.isEmpty()) {
            throw new InputException("No branch is checked out to pull into: switch to one first");
        }
        var settings = new BranchConfig(repository.getConfig(), branch);
        if (settings.getRemote() == null || settings.getTrackingBranch() == null) {
            throw new InputException(
                    "The branch '" + branch + "' has no upstream to pull from: push it once," + " which sets one");
        }
        List<RefChange> fetched = settings.isRemoteLocal() ? List.of() : fetch(settings.getRemote(), prompt, progress);
        String upstream = Repository.shortenRefName(settings.getTrackingBranch());
        // Only now: nobody who saves should wait for the network.
        writing.lock();
        try {
            if (!branch.equals(branches.current())) {
                throw new InputException("Another branch was checked out meanwhile: fetched is " + upstream
                        + "; pull again where you want it");
            }
            return rebases(settings) ? rebase(branch, upstream, fetched, progress) : join(upstream, fetched);
        } finally {
            writing.unlock();
        }
    }

    /** As git reads it: what the branch says, else what all pulls do. */
    private boolean rebases(BranchConfig branch) {
        return branch.getRebaseMode() == BranchRebaseMode.NONE
                        && repository.getConfig().getString("branch", branches.current(), "rebase") == null
                ? repository.getConfig().getEnum("pull", null, "rebase", BranchRebaseMode.NONE) != BranchRebaseMode.NONE
                : branch.isRebase();
    }

    private PullOutcome join(String upstream, List<RefChange> fetched) {
        String forward = repository.getConfig().getString("pull", null, "ff");
        return new PullOutcome.Joined(
                upstream,
                fetched,
                forward == null
                        ? merger.merge(upstream)
                        : merger.merge(
                                upstream,
                                switch (forward) {
                                    case "only" -> FastForwarding.ONLY;
                                    case "false" -> FastForwarding.NEVER;
                                    default -> FastForwarding.ALLOWED;
                                }));
    }

    private PullOutcome rebase(String branch, String upstream, List<RefChange> fetched, Progress progress) {
        if (new GpgConfig(repository.getConfig()).isSignCommits()) {
            throw new InputException("Git is configured to rebase on pull and to sign, which Assay cannot do together:"
                    + " fetched is " + upstream + "; rebase with git, or merge it");
        }
        return dev.assay.registry.conflict.GitWork.run(repository, "rebase " + branch, () -> {
            BranchTrackingStatus status = BranchTrackingStatus.of(repository, branch);
            try (var git = new Git(repository)) {
                RebaseResult result = git.rebase()
                        .setUpstream(upstream)
                        .setProgressMonitor(Progress.monitor(progress))
                        .call();
                if (result.getStatus() == RebaseResult.Status.STOPPED) {
                    git.rebase().setOperation(RebaseCommand.Operation.ABORT).call();
                    throw new InputException("Your commits conflict with " + upstream + ", so nothing was rebased:"
                            + " merge " + upstream + " instead, which lets you resolve them here, or rebase with git");
                }
                if (result.getStatus() == RebaseResult.Status.UNCOMMITTED_CHANGES) {
                    throw new InputException("Git is configured to rebase on pull, and there are changes that are not"
                            + " committed: commit or stash them first");
                }
                if (!result.getStatus().isSuccessful()) {
                    throw new CancelledException("The rebase did not finish (" + result.getStatus() + ")");
                }
                return new PullOutcome.Rebased(upstream, fetched, status == null ? 0 : status.getAheadCount());
            }
        });
    }
}
