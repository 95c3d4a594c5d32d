package dev.assay.ui.prompts.assist;

import dev.assay.prompt.PromptRef;
import dev.assay.prompt.assist.Known;
import dev.assay.prompt.assist.rename.FileChange;
import dev.assay.prompt.assist.rename.RenamePlan;
import dev.assay.prompt.assist.rename.RenameSources;
import dev.assay.prompt.assist.rename.VariableRename;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.PromptRegistry;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.workbench.DatasetFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Plans the rename of a variable while the new name is typed, and carries it out. */
final class RenameViewModel {
    private final DocumentViewModel document;
    private final PromptRegistry registry;
    private final DatasetFiles datasets;
    private final Tasks tasks;
    private final LatestTask planning;
    private final String path;
    private final String text;
    private final int offset;
    private final Known known;
    private final StringProperty name = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<@Nullable RenamePlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable RenameSources sources;

    RenameViewModel(
            DocumentViewModel document, PromptRegistry registry, Tasks tasks, Known known, int offset, String from) {
        this.document = document;
        this.registry = registry;
        this.datasets = new DatasetFiles(registry.root());
        this.tasks = tasks;
        this.known = known;
        this.offset = offset;
        planning = new LatestTask(tasks);
        path = document.path();
        text = document.textProperty().get();
        name.set(from);
        name.subscribe((before, now) -> plan(now));
    }

    private void plan(String to) {
        planning.run(
                () -> VariableRename.plan(sources(), offset, to.strip()),
                planned -> {
                    problem.set("");
                    plan.set(planned);
                },
                failure -> {
                    plan.set(null);
                    problem.set(failure.summary());
                });
    }

    private synchronized RenameSources sources() {
        RenameSources now = sources;
        if (now == null) {
            Map<String, String> prompts = new HashMap<>();
            for (PromptEntry entry : registry.list()) {
                if (entry.isOnDisk()) {
                    prompts.put(entry.path(), registry.text(new PromptRef(entry.name(), null)));
                }
            }
            now = new RenameSources(path, text, known, prompts, datasets.texts());
            sources = now;
        }
        return now;
    }

    /**
     * Writes the chosen changes to partials and datasets, then puts the prompt's new text into the editor, unsaved.
     *
     * @param chosen some of the plan's changes
     */
    void apply(List<FileChange> chosen) {
        tasks.run(
                () -> {
                    chosen.forEach(this::write);
                    return chosen;
                },
                done -> done.stream()
                        .filter(change -> change.kind() == FileChange.Kind.PROMPT)
                        .filter(change -> document.textProperty().get().equals(change.before()))
                        .forEach(change -> document.textProperty().set(change.after())),
                failure -> document.fail(failure.summary()));
    }

    private void write(FileChange change) {
        if (change.kind() == FileChange.Kind.DATASET) {
            datasets.rewrite(change.path(), change.before(), change.after());
        } else if (change.kind() == FileChange.Kind.PARTIAL) {
            String prompt = change.path().replaceFirst("^prompts/", "").replaceFirst("\\.prompt$", "");
            registry.save(prompt, change.after());
        }
    }

    /** The new name; writable. */
    StringProperty nameProperty() {
        return name;
    }

    /** What would be done, or null while the name cannot be used. */
    ReadOnlyObjectProperty<@Nullable RenamePlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** Why the name cannot be used; empty where it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
