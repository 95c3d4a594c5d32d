package dev.assay.ui.prompts.assist;

import dev.assay.prompt.definition.DefinitionText;
import dev.assay.prompt.frontmatter.Definitions.Fault;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.definition.DefinitionFiles;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The file of a schema or tool while it is read and edited. */
final class DefinitionViewModel {
    private final PromptRegistry registry;
    private final DefinitionFiles files;
    private final Tasks tasks;
    private final String path;
    private final Runnable saved;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private Optional<String> before = Optional.empty();

    /**
     * @param definition the file, and what it begins with where it is new
     * @param fresh whether it is new
     * @param saved hears that the file was written
     */
    DefinitionViewModel(
            PromptRegistry registry, Tasks tasks, DefinitionText definition, boolean fresh, Runnable saved) {
        this.registry = registry;
        this.files = registry.definitionFiles();
        this.tasks = tasks;
        this.path = definition.path();
        this.saved = saved;
        if (fresh) {
            text.set(definition.text());
            ready.set(true);
        } else {
            tasks.run(() -> files.text(path), this::loaded, this::fail);
        }
    }

    private void loaded(Optional<String> found) {
        before = found;
        text.set(found.orElse("").replace("\r\n", "\n"));
        ready.set(found.isPresent());
        problem.set(found.isPresent() ? "" : Messages.get("prompts.definition.gone"));
        if (found.isPresent()) {
            tasks.run(this::faults, this::showFaults, this::fail);
        }
    }

    /** Writes the file; {@code done} hears of it where the definition can be used. */
    void save(Runnable done) {
        boolean windows = before.filter(one -> one.contains("\r\n")).isPresent();
        String written = windows ? text.get().replace("\n", "\r\n") : text.get();
        tasks.run(
                () -> {
                    files.write(path, before, written);
                    return faults();
                },
                faults -> {
                    before = Optional.of(written);
                    saved.run();
                    showFaults(faults);
                    if (faults.isEmpty()) {
                        done.run();
                    }
                },
                this::fail);
    }

    private List<Fault> faults() {
        return registry.definitions(null).faults().stream()
                .filter(fault -> fault.place().file().equals(path))
                .toList();
    }

    private void showFaults(List<Fault> faults) {
        problem.set(faults.isEmpty() ? "" : faults.getFirst().toString());
    }

    private void fail(Failure failure) {
        problem.set(failure.summary());
    }

    /** Where it lies under the workspace. */
    String path() {
        return path;
    }

    /** What it holds; writable. */
    StringProperty textProperty() {
        return text;
    }

    /** Why it cannot be used, read or written; empty where nothing is wrong. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there is a text to edit. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }
}
