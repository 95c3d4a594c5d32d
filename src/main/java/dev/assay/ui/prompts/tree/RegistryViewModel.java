package dev.assay.ui.prompts.tree;

import dev.assay.registry.PromptEntry;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.check.BadPrompt;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The prompts of the workspace and their git status. */
public final class RegistryViewModel {
    /** A new prompt starts from this, so that it runs at once and shows how a prompt is written. */
    private static final String STARTER = """
            ---
            description: What this prompt is for
            input:
              schema:
                text: string, what to work on
            ---
            {{role "system"}}
            You are a careful assistant.

            {{role "user"}}
            {{text}}
            """;

    private final PromptRegistry registry;
    private final Tasks tasks;
    private final LatestTask listing;
    private final LatestTask checking;
    private final ObservableList<PromptEntry> entries = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Map<String, BadPrompt>> bad = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** Lists nothing before it is told to {@link #refresh}. */
    public RegistryViewModel(PromptRegistry registry, Tasks tasks) {
        this.registry = registry;
        this.tasks = tasks;
        listing = new LatestTask(tasks);
        checking = new LatestTask(tasks);
    }

    /** Looks up the prompts and their status again. */
    public void refresh() {
        listing.run(
                registry::list,
                found -> {
                    problem.set("");
                    if (!entries.equals(found)) {
                        entries.setAll(found);
                    }
                    none.set(found.stream().noneMatch(PromptEntry::isOnDisk));
                    check();
                },
                failure -> problem.set(failure.summary()));
    }

    /** The list is shown at once; what is wrong with some of its prompts follows. */
    private void check() {
        checking.run(registry.check()::bad, bad::set, failure -> problem.set(failure.summary()));
    }

    /**
     * Makes a prompt from a starter text.
     *
     * @param name path under {@code prompts/} without ending
     * @param created hears the name once the file is there
     */
    void create(String name, Consumer<String> created) {
        String wanted = name.strip().replaceFirst("\\.prompt$", "");
        if (find(wanted).isPresent()) {
            created.accept(wanted);
            return;
        }
        tasks.run(
                () -> registry.save(wanted, STARTER),
                stored -> {
                    problem.set("");
                    refresh();
                    created.accept(wanted);
                },
                failure -> problem.set(failure.summary()));
    }

    /**
     * Makes a partial.
     *
     * @param name as it is stored, with underscore
     * @param created hears the name once the file is there
     */
    public void createPartial(String name, Consumer<String> created) {
        tasks.run(
                () -> registry.save(name, "Text of this partial.\n"),
                stored -> {
                    problem.set("");
                    refresh();
                    created.accept(name);
                },
                failure -> problem.set(failure.summary()));
    }

    /** The prompt of that name, if it is known. */
    public Optional<PromptEntry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /**
     * The prompt to begin with: the preferred one, else the first that is no partial, else the first partial; empty
     * where no file is left.
     */
    public Optional<PromptEntry> start(Optional<String> preferred) {
        return preferred
                .flatMap(this::find)
                .filter(PromptEntry::isOnDisk)
                .or(() -> entries.stream()
                        .filter(PromptEntry::isOnDisk)
                        .min(Comparator.comparing(PromptEntry::isPartial)));
    }

    /** All prompts, sorted by name. */
    public ObservableList<PromptEntry> entries() {
        return entries;
    }

    /** Whether no file of a prompt is there; false until that is known. */
    public ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    /** The prompts that cannot be used as they are, by name. */
    ReadOnlyObjectProperty<Map<String, BadPrompt>> badProperty() {
        return bad.getReadOnlyProperty();
    }

    /** Why the prompts cannot be listed or made; empty where they can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
