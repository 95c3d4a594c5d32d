package dev.assay.ui.repository;

import dev.assay.registry.branch.SwitchOutcome;
import dev.assay.registry.conflict.MergeOutcome;
import dev.assay.registry.remote.PullOutcome;
import dev.assay.registry.remote.Pusher;
import dev.assay.registry.remote.credential.CredentialPrompt;
import dev.assay.registry.remote.transport.Progress;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.FrameCoalescer;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Repository;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Branches and their exchange with remotes: one thing at a time, off the FX thread. */
final class BranchViewModel {
    private static final String ADDED = "origin";

    private final Repository repository;
    private final Supplier<String> label;
    private final Tasks tasks;
    private final LatestTask looking;
    private final CredentialPrompt credentials;
    private final Surroundings window;
    private final FrameCoalescer<String> steps;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<RepositoryNow> now = new ReadOnlyObjectWrapper<>(RepositoryNow.UNKNOWN);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");

    /**
     * @param label what is checked out; slow
     * @param frames runs a task on the FX thread with the next frame
     * @param credentials asks the user; called off the FX thread
     */
    BranchViewModel(
            Repository repository,
            Supplier<String> label,
            Tasks tasks,
            Executor frames,
            CredentialPrompt credentials,
            Surroundings window) {
        this.repository = repository;
        this.label = label;
        this.tasks = tasks;
        this.credentials = credentials;
        this.window = window;
        looking = new LatestTask(tasks);
        steps = new FrameCoalescer<>(frames, batch -> {
            if (busy.get()) {
                progress.set(batch.getLast());
            }
        });
    }

    /** Looks again: git may have changed anything meanwhile. */
    void refresh() {
        looking.run(
                () -> RepositoryNow.of(repository, label.get()), now::set, failure -> now.set(RepositoryNow.UNKNOWN));
    }

    /** Makes a branch here and switches to it. */
    void create(String name) {
        work(
                Messages.get("repository.creating", name),
                () -> repository.createAndSwitch(name),
                outcome -> window.tell(Outcomes.of(outcome)));
    }

    /** Switches; where edits are in the way the user is asked whether to carry them. */
    void switchTo(String name) {
        window.ready(() -> switchTo(name, false));
    }

    private void switchTo(String name, boolean carry) {
        work(
                Messages.get("repository.switching", name),
                () -> repository.switchTo(name, carry),
                outcome -> switched(name, carry, outcome));
    }

    private void switched(String name, boolean carry, SwitchOutcome outcome) {
        window.tell(Outcomes.of(outcome));
        if (outcome instanceof SwitchOutcome.CarriedWithConflicts) {
            window.resolve();
        } else if (!carry
                && outcome instanceof SwitchOutcome.Blocked blocked
                && window.carry(blocked.branch(), blocked.files())) {
            switchTo(name, true);
        }
    }

    /** Merges a branch into the current one. */
    void merge(String name) {
        window.ready(() -> work(Messages.get("repository.merging", name), () -> repository.merge(name), outcome -> {
            window.tell(Outcomes.of(outcome, name));
            resolve(outcome);
        }));
    }

    private void resolve(MergeOutcome outcome) {
        if (outcome instanceof MergeOutcome.Conflicted) {
            window.resolve();
        }
    }

    /** Fetches from where the current branch belongs. */
    void fetch() {
        work(
                Messages.get("repository.fetching"),
                () -> repository.fetch("", credentials, steps()),
                fetched -> window.tell(Outcomes.of(fetched)));
    }

    /** Fetches and joins the upstream. */
    void pull() {
        window.ready(() ->
                work(Messages.get("repository.pulling"), () -> repository.pull(credentials, steps()), outcome -> {
                    window.tell(Outcomes.of(outcome));
                    if (outcome instanceof PullOutcome.Joined joined) {
                        resolve(joined.merge());
                    }
                }));
    }

    /** Pushes the current branch. */
    void push() {
        work(
                Messages.get("repository.pushing"),
                () -> repository.push(Pusher.Request.PLAIN, credentials, steps()),
                outcome -> window.tell(Outcomes.of(outcome)));
    }

    /** Adds the remote to exchange branches with, and fetches from it. */
    void addRemote(String url) {
        work(
                Messages.get("repository.fetching"),
                () -> {
                    repository.addRemote(ADDED, url);
                    return repository.fetch(ADDED, credentials, steps());
                },
                fetched -> window.tell(Outcomes.of(fetched)));
    }

    /** Brings every file back to how it was before the merge under way. */
    void abort() {
        window.ready(() -> work(
                Messages.get("repository.aborting"),
                () -> {
                    repository.abortMerge();
                    return "";
                },
                done -> window.tell(Messages.get("repository.aborted"))));
    }

    /** Opens the conflicts of the merge under way. */
    void resolve() {
        window.resolve();
    }

    /** Stops the exchange under way as soon as it can be. */
    void stop() {
        stopped.set(true);
    }

    private Progress steps() {
        return new Progress() {
            @Override
            public void at(String task, int done, int total) {
                steps.accept(
                        total == 0
                                ? Messages.get("repository.step", task, done)
                                : Messages.get("repository.step.of", task, done, total));
            }

            @Override
            public boolean isCancelled() {
                return stopped.get() || Thread.currentThread().isInterrupted();
            }
        };
    }

    private <T> void work(String doing, Supplier<T> work, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        stopped.set(false);
        progress.set(doing);
        tasks.run(
                work,
                result -> {
                    end();
                    done.accept(result);
                },
                this::failed);
    }

    private void failed(Failure failure) {
        end();
        if (stopped.get()) {
            window.tell(Messages.get("repository.stopped"));
        } else {
            window.failed(failure);
        }
    }

    private void end() {
        busy.set(false);
        progress.set("");
        refresh();
        window.changed();
    }

    /** The repository when it was last looked at. */
    ReadOnlyObjectProperty<RepositoryNow> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Whether something is under way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is under way and how far; empty where nothing is. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
