package dev.assay.ui.repository.refs;

import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Repository;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Branches, tags and stashes, and what can be done with them: one thing at a time, off the FX thread. */
public final class RefsViewModel {
    private final Repository repository;
    private final Tasks tasks;
    private final Around around;
    private final Consumer<String> switcher;
    private final LatestTask looking;
    private final ChangesViewModel changes;
    private final ObservableList<RefRow> branches = FXCollections.observableArrayList();
    private final ObservableList<RefRow> tags = FXCollections.observableArrayList();
    private final ObservableList<RefRow> stashes = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RefRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param switcher switches to a branch, asking the user where edits are in the way */
    public RefsViewModel(Repository repository, Tasks tasks, Around around, Consumer<String> switcher) {
        this.repository = repository;
        this.tasks = tasks;
        this.around = around;
        this.switcher = switcher;
        looking = new LatestTask(tasks);
        changes = new ChangesViewModel(repository, tasks);
        selected.subscribe(changes::show);
    }

    private record Found(List<RefRow> branches, List<RefRow> tags, List<RefRow> stashes) {}

    /** Looks again: git may have changed anything meanwhile. */
    public void refresh() {
        looking.run(
                () -> new Found(
                        repository.branches().stream().map(RefRow::of).toList(),
                        repository.tags().stream().map(RefRow::of).toList(),
                        repository.stashes().stream().map(RefRow::of).toList()),
                this::show,
                failure -> problem.set(failure.summary()));
    }

    private void show(Found found) {
        if (!found.equals(new Found(List.copyOf(branches), List.copyOf(tags), List.copyOf(stashes)))) {
            branches.setAll(found.branches());
            tags.setAll(found.tags());
            stashes.setAll(found.stashes());
        }
    }

    /** Switches to a branch. */
    void switchTo(RefRow branch) {
        switcher.accept(branch.name());
    }

    /** Gives a branch another name. */
    void rename(RefRow branch, String name) {
        work(() -> repository.renameBranch(branch.name(), name), Messages.get("refs.renamed", branch.name(), name));
    }

    /** Counts the commits that a deletion of a branch would lose. */
    void lost(RefRow branch, IntConsumer counted) {
        problem.set("");
        tasks.run(
                () -> repository.commitsOnlyOn(branch.name()),
                counted::accept,
                failure -> problem.set(failure.summary()));
    }

    /** Deletes a branch, merged or not. */
    void delete(RefRow branch) {
        work(() -> repository.deleteBranch(branch.name(), true), Messages.get("refs.deleted", branch.name()));
    }

    /** Names the current commit. */
    void tag(String name, String message) {
        work(() -> repository.createTag(name, message, null), Messages.get("refs.tagged", name));
    }

    /** Deletes a tag. */
    void deleteTag(RefRow tag) {
        work(() -> repository.deleteTag(tag.name()), Messages.get("refs.deleted", tag.name()));
    }

    /** Makes a branch that begins where a tag or another branch is, and switches to it. */
    void branchAt(RefRow start, String name) {
        work(
                () -> {
                    repository.createBranch(name, start.name());
                    return name;
                },
                switcher);
    }

    /** Puts all changes aside. */
    void stash(String message) {
        around.ready(() -> work(
                () -> repository.stash(message), stash -> around.tell(Messages.get("refs.stashed", stash.name()))));
    }

    /** Brings a stash back; it stays in the list. */
    void apply(RefRow stash) {
        around.ready(() -> work(() -> repository.applyStash(stash.stash()), conflicts -> {
            around.tell(Messages.get(
                    conflicts.isEmpty() ? "refs.applied" : "refs.applied.conflicts", stash.name(), conflicts.size()));
            if (!conflicts.isEmpty()) {
                around.resolve();
            }
        }));
    }

    /** Throws a stash away. */
    void drop(RefRow stash) {
        work(() -> repository.dropStash(stash.stash()), Messages.get("refs.dropped", stash.name()));
    }

    private void work(Runnable work, String notice) {
        work(
                () -> {
                    work.run();
                    return notice;
                },
                around::tell);
    }

    private <T> void work(Supplier<T> work, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        tasks.run(
                work,
                result -> {
                    end();
                    done.accept(result);
                },
                failure -> {
                    end();
                    problem.set(failure.summary());
                });
    }

    private void end() {
        busy.set(false);
        refresh();
        around.changed();
    }

    ObservableList<RefRow> branches() {
        return branches;
    }

    ObservableList<RefRow> tags() {
        return tags;
    }

    ObservableList<RefRow> stashes() {
        return stashes;
    }

    /** What the selected one differs in. */
    ChangesViewModel changes() {
        return changes;
    }

    /** The branch, tag or stash that is looked at, or null; writable. */
    ObjectProperty<@Nullable RefRow> selectedProperty() {
        return selected;
    }

    /** Whether something is under way. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What went wrong; may be empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
