package dev.assay.ui.datasets;

import dev.assay.experiment.dataset.DatasetCheck;
import dev.assay.experiment.dataset.DatasetDocument;
import dev.assay.experiment.dataset.DatasetFile;
import dev.assay.experiment.dataset.DatasetProblem;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The datasets of a workspace and the one that is edited; edits that are not saved stay while another one is looked at. */
public final class DatasetsViewModel {
    private static final int MOST_PROBLEMS = 2000;
    private static final String FOLDER = "datasets/";

    private final DatasetsBench bench;
    private final Tasks tasks;
    private final LatestTask checks;
    private final CaseSearch search;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    private final ObservableList<DatasetProblem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> prompt = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable DatasetEditor> editor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DatasetCheck> check = new ReadOnlyObjectWrapper<>(DatasetCheck.PLAIN);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
    private final Map<String, DatasetEditor> open = new HashMap<>();
    private @Nullable String wanted;
    private Runnable keeping = () -> {};

    /** Datasets of which none is loaded yet. */
    public DatasetsViewModel(DatasetsBench bench, Tasks tasks) {
        this.bench = bench;
        this.tasks = tasks;
        checks = new LatestTask(tasks);
        search = new CaseSearch(tasks);
        selected.subscribe(this::openSelected);
        prompt.subscribe(this::look);
    }

    /** What puts a value that is being typed into its cell. */
    void onKeep(Runnable keep) {
        keeping = keep;
    }

    /** Takes what is being typed into its cell. */
    void keep() {
        keeping.run();
    }

    /** Takes the last step back, or makes the one again that was taken back last. */
    void takeBack(boolean back) {
        DatasetEditor now = editor.get();
        if (now != null) {
            keep();
            now.edit(back ? DatasetDocument::undo : DatasetDocument::redo);
        }
    }

    /** Looks for text in the dataset in sight. */
    CaseSearch search() {
        return search;
    }

    /** Shows a dataset that has just been written. */
    void imported(List<String> paths) {
        wanted = paths.stream()
                .filter(path -> path.startsWith(FOLDER))
                .map(path -> path.substring(FOLDER.length()))
                .findFirst()
                .orElse(null);
        load();
    }

    /** The name of a file: that of the file itself where others differ in the ending only. */
    private @Nullable String nameOf(@Nullable String file) {
        return file == null
                ? null
                : names.stream()
                        .filter(name -> file.equals(name)
                                || file.substring(0, file.lastIndexOf('.')).equals(name))
                        .findFirst()
                        .orElse(null);
    }

    private record Offer(List<String> names, List<String> prompts) {}

    /** Looks what there is; what was edited stays, what was not is read again. */
    void load() {
        tasks.run(() -> new Offer(bench.names(), bench.prompts()), this::offer, this::fail);
    }

    private void offer(Offer offer) {
        String before = selected.get();
        open.values().removeIf(one -> !one.isDirty());
        if (!names.equals(offer.names())) {
            names.setAll(offer.names());
        }
        if (!prompts.equals(offer.prompts())) {
            prompts.setAll(offer.prompts());
        }
        loaded.set(true);
        String chosen = nameOf(wanted);
        wanted = null;
        String now = chosen != null
                ? chosen
                : before != null && names.contains(before) ? before : names.isEmpty() ? null : names.getFirst();
        if (now == null || !now.equals(before)) {
            selected.set(now);
        } else {
            openSelected();
        }
    }

    private record Opened(DatasetFile file, DatasetDocument document) {}

    private void openSelected() {
        String name = selected.get();
        problem.set("");
        if (name == null) {
            show(null);
            return;
        }
        DatasetEditor known = open.get(name);
        if (known != null) {
            show(known);
            return;
        }
        tasks.run(
                () -> {
                    DatasetFile file = bench.file(name);
                    return new Opened(file, file.open());
                },
                opened -> {
                    if (name.equals(selected.get()) && !open.containsKey(name)) {
                        replace(name, new DatasetEditor(opened.file(), opened.document()));
                    }
                },
                failure -> {
                    if (name.equals(selected.get())) {
                        show(null);
                        fail(failure);
                    }
                });
    }

    private void replace(String name, DatasetEditor by) {
        open.put(name, by);
        by.versionProperty().subscribe((before, now) -> look());
        show(by);
    }

    private void show(@Nullable DatasetEditor shown) {
        editor.set(shown);
        look();
    }

    /** Says how many rows there are, and checks them on another thread. */
    private void look() {
        DatasetEditor now = editor.get();
        if (now == null) {
            status.set("");
            problems.clear();
            return;
        }
        DatasetDocument copy = now.document().copy();
        status.set(Messages.get(
                now.isDirty() ? "datasets.status.dirty" : "datasets.status",
                copy.size(),
                copy.columns().size()));
        String held = prompt.get();
        String file = String.valueOf(selected.get());
        checks.run(
                () -> {
                    DatasetCheck found = bench.check(held);
                    return new Looked(found, found.problems(copy, file, MOST_PROBLEMS));
                },
                looked -> {
                    check.set(looked.check());
                    problems.setAll(looked.problems());
                },
                this::fail);
    }

    private record Looked(DatasetCheck check, List<DatasetProblem> problems) {}

    /**
     * Writes what is edited, unless another program has written meanwhile.
     *
     * @param changed hears what that program has written, or null where the file is gone
     */
    void save(Consumer<@Nullable DatasetFile> changed) {
        DatasetEditor now = editor.get();
        if (now == null || !now.isDirty()) {
            return;
        }
        DatasetDocument then = now.document().copy();
        tasks.run(
                () -> now.file().write(then.text()),
                outcome -> {
                    problem.set("");
                    switch (outcome) {
                        case DatasetFile.Outcome.Written written -> now.written(written.now(), then);
                        case DatasetFile.Outcome.Changed theirs -> changed.accept(theirs.theirs());
                        case DatasetFile.Outcome.Gone gone -> changed.accept(null);
                    }
                },
                this::fail);
    }

    /** Writes what is edited in place of whatever the file holds. */
    void overwrite() {
        DatasetEditor now = editor.get();
        if (now != null) {
            DatasetDocument then = now.document().copy();
            tasks.run(() -> now.file().overwrite(then.text()), file -> now.written(file, then), this::fail);
        }
    }

    /** Takes what the file holds in place of what is edited. */
    void reload() {
        String name = selected.get();
        if (name != null) {
            open.remove(name);
            openSelected();
        }
    }

    /** Takes both; false where both have changed the same rows, so that the user has to choose. */
    boolean merge(DatasetFile theirs) {
        String name = selected.get();
        DatasetEditor now = editor.get();
        if (name == null || now == null) {
            return true;
        }
        return now.merged(theirs)
                .map(both -> {
                    open.put(name, both);
                    replace(name, both);
                    overwrite();
                    return true;
                })
                .orElse(false);
    }

    /** The names of datasets with edits that are not saved. */
    List<String> unsaved() {
        return open.entrySet().stream()
                .filter(one -> one.getValue().isDirty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private void fail(Failure failure) {
        problem.set(failure.summary());
    }

    ObservableList<String> names() {
        return names;
    }

    ObservableList<String> prompts() {
        return prompts;
    }

    /** What is wrong with the rows, from top to bottom. */
    ObservableList<DatasetProblem> problems() {
        return problems;
    }

    /** The dataset in sight; writable. */
    ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    /** The prompt that the cases are for, or null; writable. */
    ObjectProperty<@Nullable String> promptProperty() {
        return prompt;
    }

    /** What values are held against. */
    ReadOnlyObjectProperty<DatasetCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** What is edited, or null. */
    ReadOnlyObjectProperty<@Nullable DatasetEditor> editorProperty() {
        return editor.getReadOnlyProperty();
    }

    /** How many rows and columns there are, and whether they are saved. */
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What went wrong last, in one line; may be empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is known what there is. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }
}
