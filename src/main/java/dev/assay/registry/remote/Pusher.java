package dev.assay.registry.remote;

import dev.assay.llm.InputException;
import dev.assay.registry.branch.Branches;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.remote.RefChange.Kind;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Exchange;
import dev.assay.registry.remote.transport.Progress;
import dev.assay.registry.remote.transport.RemoteUrls;
import dev.assay.registry.remote.transport.UserEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.PushCommand;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefLeaseSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** Pushes the current branch. Nothing on a remote is ever overwritten that was not seen here first. */
public final class Pusher {
    private final Repository repository;
    private final Remotes remotes;
    private final Branches branches;
    private final UserEnvironment user;

    /** @param user whose keys and programs are used */
    public Pusher(GitWorkspace workspace, UserEnvironment user) {
        repository = workspace.repository();
        remotes = new Remotes(workspace);
        branches = new Branches(workspace);
        this.user = user;
    }

    /**
     * What to push.
     *
     * @param remote where to; empty for the remote that the branch belongs to
     * @param tags whether tags go along
     * @param forceWithLease whether commits there may be replaced, if they are still those that were fetched last
     */
    public record Request(String remote, boolean tags, boolean forceWithLease) {
        /** The current branch to where it belongs. */
        public static final Request PLAIN = new Request("", false, false);
    }

    /** Pushes; throws {@link InputException} where the remote refuses, with the mend. */
    public PushOutcome push(Request request, CredentialPrompt prompt, Progress progress) {
        String branch = branches.current();
        if (branch.isEmpty()) {
            throw new InputException("No branch is checked out to push: switch to one, or make one here");
        }
        String remote =
                request.remote().isEmpty() ? remotes.usual(branch, true) : remotes.requireKnown(request.remote());
        var settings = new BranchConfig(repository.getConfig(), branch);
        boolean toUpstream = remote.equals(settings.getRemote()) && settings.getMerge() != null;
        String target = toUpstream ? settings.getMerge() : Constants.R_HEADS + branch;
        var exchange =
                new Exchange(repository.getConfig(), repository.getWorkTree().toPath(), remote, user, prompt, progress);
        List<RefChange> changes = exchange.run("push to", () -> {
            Ref local = repository.exactRef(Constants.R_HEADS + branch);
            if (local == null || local.getObjectId() == null) {
                throw new InputException("Nothing is committed yet on '" + branch + "': commit first, then push");
            }
            new Completeness(repository, remote).require(local.getObjectId());
            try (var git = new Git(repository)) {
                PushCommand command = exchange.prepare(git.push())
                        .setRemote(remote)
                        .setRefSpecs(new RefSpec(
                                (request.forceWithLease() ? "+" : "") + Constants.R_HEADS + branch + ":" + target))
                        .setProgressMonitor(Progress.monitor(progress));
                if (request.tags()) {
                    command.setPushTags();
                }
                if (request.forceWithLease()) {
                    command.setRefLeaseSpecs(new RefLeaseSpec(target, tracking(remote, target)));
                }
                return changes(command.call(), remote, branch, target);
            }
        });
        boolean setUpstream = settings.getMerge() == null;
        if (setUpstream) {
            setUpstream(branch, remote, target);
        }
        return new PushOutcome(remote, target.substring(Constants.R_HEADS.length()), changes, setUpstream);
    }

    private String tracking(String remote, String target) throws IOException {
        Ref seen =
                repository.exactRef(Constants.R_REMOTES + remote + "/" + target.substring(Constants.R_HEADS.length()));
        return seen == null ? "" : seen.getObjectId().name();
    }

    private static List<RefChange> changes(Iterable<PushResult> results, String remote, String branch, String target) {
        var changes = new ArrayList<RefChange>();
        for (PushResult result : results) {
            for (RemoteRefUpdate update : result.getRemoteUpdates()) {
                String name = Repository.shortenRefName(update.getRemoteName());
                switch (update.getStatus()) {
                    case OK -> changes.add(new RefChange(name, kind(result, update)));
                    case UP_TO_DATE -> {}
                    case REJECTED_NONFASTFORWARD ->
                        throw update.getRemoteName().equals(target)
                                ? new InputException(remote + " has commits on '" + name + "' that '" + branch
                                        + "' has not: pull first, then push")
                                : new InputException(remote + " has another '" + name + "': it was left as it is");
                    case REJECTED_REMOTE_CHANGED ->
                        throw new InputException(remote + " has commits on '" + name
                                + "' that were not seen here: fetch and look at them first, then push");
                    default -> {
                        String told =
                                update.getMessage() == null ? update.getStatus().toString() : update.getMessage();
                        String more = result.getMessages().strip().replaceAll("\\s*\\R\\s*", "; ");
                        throw new InputException(remote + " refuses '" + name + "': "
                                + RemoteUrls.readable(told + (more.isEmpty() ? "" : ": " + more)));
                    }
                }
            }
        }
        return changes;
    }

    private static Kind kind(PushResult result, RemoteRefUpdate update) {
        if (result.getAdvertisedRef(update.getRemoteName()) == null) {
            return Kind.NEW;
        }
        return update.isFastForward() ? Kind.UPDATED : Kind.FORCED;
    }

    private void setUpstream(String branch, String remote, String target) {
        StoredConfig config = repository.getConfig();
        config.setString("branch", branch, "remote", remote);
        config.setString("branch", branch, "merge", target);
        try {
            config.save();
        } catch (IOException e) {
            throw new dev.assay.llm.StorageException(
                    "Pushed, but the upstream of '" + branch + "' could not be noted in " + repository.getDirectory()
                            + ": " + e.getMessage(),
                    e);
        }
    }
}
