package dev.assay.ui.prompts.commit;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What goes into a commit, by whom and why. */
public final class CommitViewModel {
    /** How far the commit is. */
    enum State {
        LOADING,
        EDITING,
        COMMITTING,
        DONE
    }

    /** A longer first line is cut by most tools that list commits. */
    static final int SUBJECT_LENGTH = 72;

    private final PromptRegistry registry;
    private final Tasks tasks;
    private final LatestTask comparing;
    private final ObjectProperty<@Nullable Author> lastAuthor;
    private final Consumer<PromptRevision> committed;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ObservableList<CommitFile> files =
            FXCollections.observableArrayList(file -> new Observable[] {file.chosenProperty()});
    private final ObjectProperty<@Nullable CommitFile> shown = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper diff = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Evidence> evidence = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty withEvidence = new SimpleBooleanProperty(true);
    private Function<List<String>, Optional<Evidence>> evidenceFinder = blobs -> Optional.empty();
    private final StringProperty message = new SimpleStringProperty("");
    private final StringProperty authorName = new SimpleStringProperty("");
    private final StringProperty authorEmail = new SimpleStringProperty("");
    private final BooleanBinding ready =
            Bindings.createBooleanBinding(this::isReady, state, files, message, authorName, authorEmail);

    /**
     * @param lastAuthor who committed last in this session, or null; set again when a commit is made
     * @param committed hears the new commit
     */
    public CommitViewModel(
            PromptRegistry registry,
            Tasks tasks,
            ObjectProperty<@Nullable Author> lastAuthor,
            Consumer<PromptRevision> committed) {
        this.registry = registry;
        this.tasks = tasks;
        this.lastAuthor = lastAuthor;
        this.committed = committed;
        comparing = new LatestTask(tasks);
        shown.subscribe(this::compare);
    }

    private record Changes(
            List<CommitFile> files,
            @Nullable Author author,
            @Nullable Evidence evidence) {}

    /** Who looks up what was measured of texts, by their content ids; slow. */
    public void evidenceFrom(Function<List<String>, Optional<Evidence>> finder) {
        evidenceFinder = finder;
    }

    /** Looks up what has changed; the named prompt is ticked, other changes are offered. */
    public void load(String prompt) {
        tasks.run(
                () -> new Changes(
                        registry.list().stream()
                                .filter(entry -> entry.status() != GitStatus.CLEAN)
                                .map(entry -> new CommitFile(entry, entry.name().equals(prompt)))
                                .toList(),
                        registry.configuredAuthor().orElse(null),
                        evidenceOf(prompt)),
                this::loaded,
                this::failed);
    }

    private @Nullable Evidence evidenceOf(String prompt) {
        boolean onDisk = registry.list().stream()
                .anyMatch(entry -> entry.name().equals(prompt) && entry.status() != GitStatus.DELETED);
        return onDisk
                ? evidenceFinder
                        .apply(List.of(
                                registry.load(new PromptRef(prompt, null)).blobId()))
                        .orElse(null)
                : null;
    }

    private void loaded(Changes changes) {
        evidence.set(changes.evidence());
        files.setAll(changes.files());
        files.stream()
                .filter(file -> file.chosenProperty().get())
                .findFirst()
                .or(() -> files.stream().findFirst())
                .ifPresent(shown::set);
        Author author = lastAuthor.get() == null ? changes.author() : lastAuthor.get();
        if (author != null) {
            authorName.set(author.name());
            authorEmail.set(author.email());
        }
        state.set(State.EDITING);
    }

    /** Commits what is ticked. Does nothing until everything needed is filled in. */
    void commit() {
        if (!isReady()) {
            return;
        }
        state.set(State.COMMITTING);
        List<String> paths = files.stream()
                .filter(file -> file.chosenProperty().get())
                .map(file -> file.entry().path())
                .toList();
        var author = new Author(authorName.get().strip(), authorEmail.get().strip());
        Evidence told = evidence.get();
        String why = told != null && withEvidence.get()
                ? Trailers.append(message.get(), told)
                : message.get().strip();
        tasks.run(
                () -> registry.commit(paths, why, author),
                revision -> {
                    lastAuthor.set(author);
                    state.set(State.DONE);
                    committed.accept(revision);
                },
                this::failed);
    }

    private void failed(Failure failure) {
        problem.set(failure.summary());
        state.set(State.EDITING);
    }

    private void compare(@Nullable CommitFile file) {
        if (file != null) {
            comparing.run(
                    () -> registry.diff(file.entry().name(), null, null),
                    diff::set,
                    failure -> problem.set(failure.summary()));
        }
    }

    private boolean isReady() {
        return state.get() == State.EDITING
                && !message.get().isBlank()
                && !authorName.get().isBlank()
                && !authorEmail.get().isBlank()
                && files.stream().anyMatch(file -> file.chosenProperty().get());
    }

    /** Length of the first line of the message. */
    int subjectLength() {
        return message.get().lines().findFirst().orElse("").length();
    }

    /** What the latest comparison measured of exactly the prompt's text, or null. */
    ReadOnlyObjectProperty<@Nullable Evidence> evidenceProperty() {
        return evidence.getReadOnlyProperty();
    }

    /** Whether the message tells the evidence, as trailers; writable. */
    BooleanProperty withEvidenceProperty() {
        return withEvidence;
    }

    /** How far the commit is. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The changed files. */
    ObservableList<CommitFile> files() {
        return files;
    }

    /** The file whose changes are shown, or null; writable. */
    ObjectProperty<@Nullable CommitFile> shownProperty() {
        return shown;
    }

    /** The changes of that file as a unified diff. */
    ReadOnlyStringProperty diffProperty() {
        return diff.getReadOnlyProperty();
    }

    /** Why there is no commit; empty where nothing went wrong. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the change was made; writable. */
    StringProperty messageProperty() {
        return message;
    }

    /** Who made it; writable. */
    StringProperty authorNameProperty() {
        return authorName;
    }

    /** Their address; writable. */
    StringProperty authorEmailProperty() {
        return authorEmail;
    }

    /** Whether {@link #commit} would commit. */
    BooleanBinding readyProperty() {
        return ready;
    }
}
