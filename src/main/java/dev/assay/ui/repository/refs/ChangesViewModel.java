package dev.assay.ui.repository.refs;

import dev.assay.registry.compare.FileChange;
import dev.assay.registry.compare.FileTexts;
import dev.assay.ui.editor.diff.DiffViewModel;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.Repository;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The files that differ between two revisions, and one of them in full. */
final class ChangesViewModel {
    private final Repository repository;
    private final LatestTask listing;
    private final LatestTask reading;
    private final DiffViewModel diff;
    private final ObservableList<FileChange> files = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FileChange> shown = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    ChangesViewModel(Repository repository, Tasks tasks) {
        this.repository = repository;
        listing = new LatestTask(tasks);
        reading = new LatestTask(tasks);
        diff = new DiffViewModel(tasks);
        shown.subscribe(this::read);
    }

    /** Shows what a branch, tag or stash differs in; null for nothing. */
    void show(@Nullable RefRow row) {
        title.set(row == null ? "" : row.shows());
        if (row == null) {
            list(List.of());
        } else {
            listing.run(
                    () -> repository.changes(row.from(), row.to()), this::list, failure -> note.set(failure.summary()));
        }
    }

    private void list(List<FileChange> found) {
        note.set("");
        files.setAll(found);
        shown.set(found.isEmpty() ? null : found.getFirst());
    }

    private void read(@Nullable FileChange file) {
        if (file == null) {
            diff.show("", "");
        } else {
            reading.run(() -> repository.texts(file), this::show, failure -> note.set(failure.summary()));
        }
    }

    private void show(FileTexts texts) {
        note.set(texts.whole());
        diff.show(texts.before(), texts.after());
    }

    /** The files that differ. */
    ObservableList<FileChange> files() {
        return files;
    }

    /** The file that is shown, or null; writable. */
    ObjectProperty<@Nullable FileChange> shownProperty() {
        return shown;
    }

    /** What is compared, in words. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Why a file is not shown; may be empty. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Both versions of the file. */
    DiffViewModel diff() {
        return diff;
    }
}
