package dev.assay.ui.repository;

import dev.assay.registry.conflict.ConflictedFile;
import dev.assay.registry.conflict.MergeState;
import dev.assay.registry.merge.Choice;
import dev.assay.ui.editor.merge.Decisions;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Repository;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The files in conflict, decided one by one; then the merge is finished, or it is aborted as a whole. */
final class ConflictsViewModel {
    private final Repository repository;
    private final Tasks tasks;
    private final ObservableList<ConflictedFile> files = FXCollections.observableArrayList();
    private final Decisions decisions = new Decisions();
    private final ObjectProperty<@Nullable ConflictedFile> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<MergeState> state = new ReadOnlyObjectWrapper<>(RepositoryNow.UNKNOWN.state());
    private final StringProperty message = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private final BooleanProperty done = new SimpleBooleanProperty(false);

    private record Read(MergeState state, List<ConflictedFile> files, String message) {}

    ConflictsViewModel(Repository repository, Tasks tasks) {
        this.repository = repository;
        this.tasks = tasks;
        selected.subscribe(this::open);
        work(() -> {}, () -> {});
    }

    private void open(@Nullable ConflictedFile file) {
        decisions.show(file == null ? null : file.text());
    }

    /** Gives every conflict of the file the same answer, where it can have it. */
    void chooseAll(Choice choice) {
        ConflictedFile file = selected.get();
        if (file != null && file.text() == null) {
            work(() -> repository.resolve(file.path(), choice), () -> {});
            return;
        }
        decisions.chooseAll(choice);
    }

    /** Writes the file with the answers. */
    void settle() {
        ConflictedFile file = selected.get();
        if (file != null) {
            decisions.settled().ifPresent(text -> work(() -> repository.resolve(file.path(), text), () -> {}));
        }
    }

    /** Takes the file as the user edited it. */
    void takeAsOnDisk() {
        ConflictedFile file = selected.get();
        if (file != null) {
            work(() -> repository.resolveAsOnDisk(file.path()), () -> {});
        }
    }

    /** Commits the merge. */
    void finish() {
        String why = message.get();
        work(() -> repository.finishMerge(why), () -> done.set(true));
    }

    /** Brings everything back to how it was. */
    void abort() {
        work(repository::abortMerge, () -> done.set(true));
    }

    private void work(Runnable work, Runnable then) {
        problem.set("");
        Supplier<Read> all = () -> {
            work.run();
            return new Read(repository.state(), repository.conflicts(), repository.mergeMessage());
        };
        tasks.run(
                all,
                read -> {
                    show(read);
                    then.run();
                },
                this::failed);
    }

    private void failed(Failure failure) {
        problem.set(failure.summary());
    }

    private void show(Read read) {
        ConflictedFile before = selected.get();
        files.setAll(read.files());
        state.set(read.state());
        if (message.get().isBlank()) {
            message.set(read.message());
        }
        ready.set(read.state().isOurs() && read.files().isEmpty());
        selected.set(read.files().stream()
                .filter(file -> before != null && file.path().equals(before.path()))
                .findFirst()
                .orElse(read.files().isEmpty() ? null : read.files().getFirst()));
    }

    /** The files that are left. */
    ObservableList<ConflictedFile> files() {
        return files;
    }

    /** The conflicts of the selected file. */
    Decisions decisions() {
        return decisions;
    }

    /** The file to decide on; writable. */
    ObjectProperty<@Nullable ConflictedFile> selectedProperty() {
        return selected;
    }

    /** Whether no file is left and the merge can be finished. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** What is under way. */
    ReadOnlyObjectProperty<MergeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The message of the merge; writable. */
    StringProperty messageProperty() {
        return message;
    }

    /** What went wrong; may be empty. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Whether it is over. */
    BooleanProperty doneProperty() {
        return done;
    }
}
