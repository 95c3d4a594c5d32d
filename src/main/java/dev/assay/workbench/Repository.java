package dev.assay.workbench;

import dev.assay.llm.InputException;
import dev.assay.registry.branch.Branch;
import dev.assay.registry.branch.BranchSwitch;
import dev.assay.registry.branch.Branches;
import dev.assay.registry.branch.Stash;
import dev.assay.registry.branch.Stashes;
import dev.assay.registry.branch.SwitchOutcome;
import dev.assay.registry.branch.Tag;
import dev.assay.registry.branch.Tags;
import dev.assay.registry.compare.FileChange;
import dev.assay.registry.compare.FileTexts;
import dev.assay.registry.compare.RevisionChanges;
import dev.assay.registry.conflict.BranchMerger;
import dev.assay.registry.conflict.ConflictedFile;
import dev.assay.registry.conflict.Conflicts;
import dev.assay.registry.conflict.MergeOutcome;
import dev.assay.registry.conflict.MergeSession;
import dev.assay.registry.conflict.MergeState;
import dev.assay.registry.git.GitWorkspace;
import dev.assay.registry.lock.IndexLock;
import dev.assay.registry.merge.Choice;
import dev.assay.registry.remote.PullOutcome;
import dev.assay.registry.remote.PushOutcome;
import dev.assay.registry.remote.Pusher;
import dev.assay.registry.remote.RefChange;
import dev.assay.registry.remote.Remote;
import dev.assay.registry.remote.Remotes;
import dev.assay.registry.remote.Synchronizer;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import dev.assay.registry.remote.transport.UserEnvironment;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The repository of a workspace as a whole: branches, merges, tags, stashes and remotes. What changes the disk, the
 * index or a branch waits until nobody else writes; what talks to a remote keeps nobody waiting. Thread-safe. All
 * methods throw {@link InputException} where the user has to mend something and
 * {@link dev.assay.llm.StorageException} where disk or git fail.
 */
public final class Repository {
    private final GitWorkspace workspace;
    private final ReentrantLock writing;
    private final Branches branches;
    private final BranchSwitch branchSwitch;
    private final BranchMerger merger;
    private final MergeSession session;
    private final Conflicts conflicts;
    private final Tags tags;
    private final Stashes stashes;
    private final RevisionChanges changes;
    private final Remotes remotes;
    private final Synchronizer synchronizer;
    private final Pusher pusher;

    Repository(GitWorkspace workspace, boolean terminal) {
        this.workspace = workspace;
        writing = workspace.writing();
        branches = new Branches(workspace);
        branchSwitch = new BranchSwitch(workspace);
        merger = new BranchMerger(workspace);
        session = new MergeSession(workspace);
        conflicts = new Conflicts(workspace);
        tags = new Tags(workspace);
        stashes = new Stashes(workspace);
        changes = new RevisionChanges(workspace);
        remotes = new Remotes(workspace);
        synchronizer = new Synchronizer(workspace, UserEnvironment.ofProcess(terminal));
        pusher = new Pusher(workspace, UserEnvironment.ofProcess(terminal));
    }

    /** Local branches first, the current one at the top, then those of the remotes; each by name. */
    public List<Branch> branches() {
        return branches.list();
    }

    /** The current branch, or an empty text where a commit is checked out instead of one. */
    public String currentBranch() {
        return branches.current();
    }

    /**
     * Makes a branch without switching to it.
     *
     * @param start a branch, tag or commit; null for the current commit
     */
    public void createBranch(String name, @Nullable String start) {
        write(() -> branches.create(name, start));
    }

    /** Makes a branch here and switches to it. */
    public SwitchOutcome createAndSwitch(String name) {
        return change(() -> {
            branches.create(name, null);
            return branchSwitch.to(name, false);
        });
    }

    /** Gives a branch another name. */
    public void renameBranch(String from, String to) {
        write(() -> branches.rename(from, to));
    }

    /** How many commits would be in no branch, tag or stash any more if a local branch were deleted. */
    public int commitsOnlyOn(String branch) {
        return branches.commitsOnlyOn(branch);
    }

    /** Deletes a local branch; one that is not merged only by force. */
    public void deleteBranch(String name, boolean force) {
        write(() -> branches.delete(name, force));
    }

    /**
     * Switches to a branch.
     *
     * @param carry whether changes in the way are stashed, and applied again on the other branch
     */
    public SwitchOutcome switchTo(String name, boolean carry) {
        return change(() -> branchSwitch.to(name, carry));
    }

    /** Merges a branch, tag or commit into the current branch. */
    public MergeOutcome merge(String name) {
        return change(() -> merger.merge(name));
    }

    /** What is under way, whether Assay or git began it. */
    public MergeState state() {
        return session.state();
    }

    /** The files in conflict, sorted by path. */
    public List<ConflictedFile> conflicts() {
        return conflicts.list();
    }

    /** Settles a file with one side's answer to every conflict. */
    public void resolve(String path, Choice choice) {
        change(() -> conflicts.resolve(path, choice));
    }

    /** Settles a file with a text. */
    public void resolve(String path, String text) {
        change(() -> conflicts.resolve(path, text));
    }

    /** Settles a file as it lies on disk, where no markers are left in it. */
    public void resolveAsOnDisk(String path) {
        change(() -> conflicts.resolveAsOnDisk(path));
    }

    /** The message that the merge under way will have unless another is given. */
    public String mergeMessage() {
        return session.message();
    }

    /**
     * Finishes the merge; conflicts that a stash left just end.
     *
     * @param message why; blank for {@link #mergeMessage()}
     * @return the full id of the commit, or an empty text where there is none to make
     */
    public String finishMerge(String message) {
        return change(() -> session.finish(message));
    }

    /** Brings every file that the merge touched back to how it was before; other changes stay. */
    public void abortMerge() {
        change(session::abort);
    }

    /** All tags, newest first. */
    public List<Tag> tags() {
        return tags.list();
    }

    /**
     * Makes a tag.
     *
     * @param message why; blank for a lightweight tag
     * @param revision what it names; null for the current commit
     */
    public void createTag(String name, String message, @Nullable String revision) {
        write(() -> tags.create(name, message, revision));
    }

    /** Deletes a tag here; a remote keeps its own. */
    public void deleteTag(String name) {
        write(() -> tags.delete(name));
    }

    /** All stashes, newest first. */
    public List<Stash> stashes() {
        return stashes.list();
    }

    /** Puts all changes aside that are not committed; files that git does not know stay where they are. */
    public Stash stash(String message) {
        return change(() -> stashes.create(message));
    }

    /**
     * Brings a stash back; it stays in the list.
     *
     * @return the files in conflict; empty where it fitted
     */
    public List<String> applyStash(int index) {
        return change(() -> stashes.apply(index));
    }

    /** Throws a stash away. */
    public void dropStash(int index) {
        write(() -> stashes.drop(index));
    }

    /** The files of the workspace that differ between two branches, tags, stashes or commits, sorted by path. */
    public List<FileChange> changes(String from, String to) {
        return changes.between(from, to);
    }

    /** Both versions of such a file. */
    public FileTexts texts(FileChange change) {
        return changes.texts(change);
    }

    /** All remotes, by name. */
    public List<Remote> remotes() {
        return remotes.list();
    }

    /** Adds a remote; nothing is fetched yet. */
    public void addRemote(String name, String url) {
        write(() -> remotes.add(name, url));
    }

    /** Forgets a remote and its branches; the remote itself is not touched. */
    public void removeRemote(String name) {
        write(() -> remotes.remove(name));
    }

    /**
     * Fetches what a remote has; nothing on disk changes.
     *
     * @param remote its name; empty for the one that the current branch belongs to
     */
    public List<RefChange> fetch(String remote, CredentialPrompt prompt, Progress progress) {
        return synchronizer.fetch(remote, prompt, progress);
    }

    /** Fetches the upstream of the current branch and joins it, as git is configured. */
    public PullOutcome pull(CredentialPrompt prompt, Progress progress) {
        return synchronizer.pull(prompt, progress);
    }

    /** Pushes the current branch. */
    public PushOutcome push(Pusher.Request request, CredentialPrompt prompt, Progress progress) {
        return pusher.push(request, prompt, progress);
    }

    private void change(Runnable work) {
        write(() -> {
            IndexLock.await(workspace, InstantSource.system());
            work.run();
        });
    }

    /** Work that needs the index. It does not begin where that is locked, so it can be tried again as a whole. */
    private <T> T change(Supplier<T> work) {
        return write(() -> {
            IndexLock.await(workspace, InstantSource.system());
            return work.get();
        });
    }

    private void write(Runnable work) {
        write(() -> {
            work.run();
            return "";
        });
    }

    private <T> T write(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }
}
