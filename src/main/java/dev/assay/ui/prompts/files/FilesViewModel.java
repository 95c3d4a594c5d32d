package dev.assay.ui.prompts.files;

import dev.assay.registry.PromptEntry;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.files.DeletedPrompt;
import dev.assay.registry.files.PromptFiles;
import dev.assay.registry.files.PromptReference;
import dev.assay.registry.files.Renamed;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Renames, duplicates, deletes and restores prompts; the editor follows. Unsaved edits are asked about first. */
public final class FilesViewModel {
    private static final String LAST_COMMIT = "HEAD";

    private final PromptRegistry registry;
    private final OpenPrompt open;
    private final Runnable listing;
    private final ObjectProperty<@Nullable Author> author;
    private final FileQuestions questions;
    private final Tasks tasks;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * @param open the prompt in the editor
     * @param listing lists the prompts again
     * @param author who committed last on this screen, or null; a name that is asked for is kept there
     */
    public FilesViewModel(
            PromptRegistry registry,
            OpenPrompt open,
            Runnable listing,
            ObjectProperty<@Nullable Author> author,
            FileQuestions questions,
            Tasks tasks) {
        this.registry = registry;
        this.open = open;
        this.listing = listing;
        this.author = author;
        this.questions = questions;
        this.tasks = tasks;
    }

    /** Asks for a new name and renames or moves the prompt; where it is open, it stays so under the new name. */
    public void rename(PromptEntry entry) {
        Author known = author.get();
        open.leave()
                .accept(() -> tasks.run(
                        () -> renamePlan(entry.name(), Optional.ofNullable(known)),
                        plan -> questions.rename(plan).ifPresent(choice -> rename(entry.name(), choice)),
                        this::failed));
    }

    /** Asks for a new name of a folder and moves all of its prompts there; an open one stays so under its new name. */
    public void renameFolder(String folder) {
        Author known = author.get();
        open.leave()
                .accept(() -> tasks.run(
                        () -> folderPlan(folder, Optional.ofNullable(known)),
                        plan -> questions.rename(plan).ifPresent(choice -> renameFolder(folder, choice)),
                        this::failed));
    }

    private void renameFolder(String from, RenameChoice choice) {
        author.set(choice.author());
        tasks.run(
                () -> files().renameFolder(from, choice.name(), choice.options().references(), choice.author()),
                renamed -> renamed(renamed, from, choice.name()),
                this::failed);
    }

    private void rename(String from, RenameChoice choice) {
        author.set(choice.author());
        tasks.run(
                () -> files().rename(from, choice.name(), choice.options(), choice.author()),
                renamed -> renamed(renamed, from, choice.name()),
                this::failed);
    }

    private void renamed(Renamed renamed, String from, String to) {
        String now = renamed.names().get(open.name().get());
        if (now == null) {
            open.refresh().run();
        } else {
            open.open().accept(now);
        }
        PromptRevision commit = renamed.commit();
        String done = commit == null
                ? Messages.get("files.renamed", from, to)
                : Messages.get("files.renamed.committed", from, to, commit.shortId());
        List<String> rewritten = renamed.rewritten();
        done(rewritten.isEmpty() ? done : done + " " + Messages.get("files.rewritten", String.join(", ", rewritten)));
    }

    /** Copies the prompt under a free name and opens the copy. Edits are saved or dropped first, as the user decides. */
    public void duplicate(PromptEntry entry) {
        open.leave()
                .accept(() -> tasks.run(
                        () -> {
                            String copy = freeName(entry.name());
                            files().duplicate(entry.name(), copy);
                            return copy;
                        },
                        copy -> {
                            done(Messages.get("files.duplicated", copy));
                            open.open().accept(copy);
                        },
                        this::failed));
    }

    /** Deletes the prompt once the user agrees. */
    public void delete(PromptEntry entry) {
        Runnable plan = () -> tasks.run(
                () -> new DeletePlan(entry.name(), entry.status(), referencing(entry.name())),
                found -> {
                    if (questions.delete(found)) {
                        delete(entry.name());
                    }
                },
                this::failed);
        if (entry.name().equals(open.name().get())) {
            open.leave().accept(plan);
        } else {
            plan.run();
        }
    }

    private void delete(String name) {
        tasks.run(
                () -> files().delete(name).map(this::relative),
                kept -> {
                    if (name.equals(open.name().get())) {
                        open.close().run();
                    }
                    done(kept.map(file -> Messages.get("files.deleted.kept", name, file))
                            .orElseGet(() -> Messages.get("files.deleted", name)));
                },
                this::failed);
    }

    /** Brings a deleted prompt back as the last commit has it, and opens it. */
    public void restore(PromptEntry entry) {
        tasks.run(
                () -> {
                    files().restore(entry.name(), LAST_COMMIT);
                    return entry.name();
                },
                name -> {
                    done(Messages.get("files.restored", name));
                    open.open().accept(name);
                },
                this::failed);
    }

    /** Brings a prompt back that a commit deleted, as it was before, and opens it. */
    public void restore(DeletedPrompt prompt) {
        tasks.run(
                () -> {
                    files().restore(prompt.name(), prompt.revision());
                    return prompt.name();
                },
                name -> {
                    done(Messages.get("deleted.restored", name));
                    open.open().accept(name);
                },
                this::failed);
    }

    /** The prompts that commits deleted, at most so many, latest first; slow. */
    public List<DeletedPrompt> deleted(int limit) {
        return files().deleted(limit);
    }

    private RenamePlan renamePlan(String name, Optional<Author> known) {
        Set<String> taken = registry.list().stream().map(PromptEntry::name).collect(Collectors.toSet());
        return new RenamePlan(
                name, referencing(name), files().variants(name), taken, known.or(registry::configuredAuthor));
    }

    private RenamePlan folderPlan(String folder, Optional<Author> known) {
        List<String> naming = files().in(folder).stream()
                .flatMap(name -> referencing(name).stream())
                .distinct()
                .sorted()
                .toList();
        return new RenamePlan(folder, naming, List.of(), Set.of(), known.or(registry::configuredAuthor));
    }

    private List<String> referencing(String name) {
        return files().references(name).stream()
                .map(PromptReference::path)
                .distinct()
                .sorted()
                .toList();
    }

    /** {@code name-copy}, or {@code name-copy-2} where that is taken. */
    private String freeName(String name) {
        Set<String> taken = registry.list().stream().map(PromptEntry::name).collect(Collectors.toSet());
        String copy = name + "-copy";
        for (int number = 2; taken.contains(copy); number++) {
            copy = name + "-copy-" + number;
        }
        return copy;
    }

    private String relative(Path file) {
        return registry.root().relativize(file).toString().replace('\\', '/');
    }

    private PromptFiles files() {
        return registry.files();
    }

    private void done(String what) {
        problem.set("");
        notice.set(what);
        listing.run();
    }

    private void failed(Failure failure) {
        notice.set("");
        problem.set(failure.summary());
    }

    /** What was done last; may be empty. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Why it could not be done; empty where it could. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
