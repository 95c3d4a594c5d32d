package dev.assay.ui.prompts.commit;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.ChangedFile;
import dev.assay.registry.ChangedText;
import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.commit.FilePart;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.ui.editor.diff.DiffViewModel;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.commit.CommitFile.Compared;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import javafx.collections.ListChangeListener;
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

    private static final String DATASETS = "datasets/";
    private static final Compared NOTHING = Compared.of(new ChangedText("", "", "", ""));

    private final PromptRegistry registry;
    private final Tasks tasks;
    private final LatestTask comparing;
    private final LatestTask measuring;
    private final ObjectProperty<@Nullable Author> lastAuthor;
    private final Consumer<PromptRevision> committed;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ObservableList<CommitFile> files =
            FXCollections.observableArrayList(file -> new Observable[] {file.chosenProperty(), file.partialProperty()});
    private final ObjectProperty<@Nullable CommitFile> shown = new SimpleObjectProperty<>();
    private final DiffViewModel diff;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
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
        measuring = new LatestTask(tasks);
        diff = new DiffViewModel(tasks);
        files.addListener((ListChangeListener<CommitFile>) change -> measure());
        shown.subscribe(this::compare);
    }

    private record Changes(
            List<ChangedFile> files, @Nullable Author author) {}

    /** Who looks up what was measured of texts, by their content ids; slow. */
    public void evidenceFrom(Function<List<String>, Optional<Evidence>> finder) {
        evidenceFinder = finder;
        measure();
    }

    /** Looks up what has changed; the named prompt is ticked, and so are datasets. Other changes are offered. */
    public void load(String prompt) {
        String path = WorkspacePaths.ofPrompt(prompt);
        look(file -> file.path().equals(path) || file.path().startsWith(DATASETS), path);
    }

    /** Looks again at what has changed; ticks of files stay, those of single changes begin anew. */
    void reload() {
        Set<String> ticked = files.stream()
                .filter(file -> file.chosenProperty().get())
                .map(file -> file.change().path())
                .collect(Collectors.toSet());
        CommitFile before = shown.get();
        look(
                file -> ticked.contains(file.path()),
                before == null ? "" : before.change().path());
    }

    private void look(Predicate<ChangedFile> ticked, String first) {
        problem.set("");
        tasks.run(
                () -> new Changes(
                        registry.changes().list(), registry.configuredAuthor().orElse(null)),
                changes -> loaded(changes, ticked, first),
                this::failed);
    }

    private void loaded(Changes changes, Predicate<ChangedFile> ticked, String first) {
        // What is ticked comes first: among many files nobody should have to look for it.
        files.setAll(changes.files().stream()
                .map(file -> new CommitFile(file, ticked.test(file)))
                .sorted(Comparator.comparing(file -> !file.chosenProperty().get()))
                .toList());
        shown.set(files.stream()
                .filter(file -> file.change().path().equals(first))
                .findFirst()
                .orElse(files.isEmpty() ? null : files.getFirst()));
        Author author = lastAuthor.get() == null ? changes.author() : lastAuthor.get();
        if (author != null && authorName.get().isBlank()) {
            authorName.set(author.name());
            authorEmail.set(author.email());
        }
        state.set(State.EDITING);
    }

    /** What was measured of the prompts that go as a whole; of a part nothing was. */
    private void measure() {
        List<String> prompts = files.stream()
                .filter(file -> file.isWhole() && file.change().status() != GitStatus.DELETED)
                .map(file -> file.change().path())
                .filter(WorkspacePaths::isPrompt)
                .map(WorkspacePaths::nameOf)
                .toList();
        measuring.run(
                () -> prompts.isEmpty() ? Optional.<Evidence>empty() : evidenceFinder.apply(blobs(prompts)),
                found -> evidence.set(found.orElse(null)),
                failure -> problem.set(failure.summary()));
    }

    private List<String> blobs(List<String> prompts) {
        return prompts.stream()
                .map(prompt -> registry.load(new PromptRef(prompt, null)).blobId())
                .toList();
    }

    /** Ticks every file, or none. */
    void chooseAll(boolean choose) {
        files.stream()
                .filter(CommitFile::isCommittable)
                .forEach(file -> file.chosenProperty().set(choose));
    }

    /** Commits what is ticked. Does nothing until everything needed is filled in. */
    void commit() {
        if (!isReady()) {
            return;
        }
        state.set(State.COMMITTING);
        problem.set("");
        List<String> paths = files.stream()
                .filter(CommitFile::isWhole)
                .map(file -> file.change().path())
                .toList();
        List<FilePart> parts = files.stream()
                .filter(file -> file.partialProperty().get())
                .map(CommitFile::part)
                .toList();
        var author = new Author(authorName.get().strip(), authorEmail.get().strip());
        Evidence told = evidence.get();
        String why = told != null && withEvidence.get()
                ? Trailers.append(message.get(), told)
                : message.get().strip();
        tasks.run(
                () -> registry.commit(paths, parts, why, author),
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
        Compared known = file == null ? null : file.compared();
        if (known != null) {
            show(known);
        } else if (file == null) {
            show(NOTHING);
        } else {
            String path = file.change().path();
            comparing.run(
                    () -> Compared.of(registry.changes().text(path)),
                    found -> {
                        file.compared(found);
                        if (file == shown.get()) {
                            show(found);
                        }
                    },
                    failure -> problem.set(failure.summary()));
        }
    }

    private void show(Compared file) {
        note.set(file.text().whole());
        diff.choose(file.diff(), file.hunks());
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

    /** The changes of that file, to be taken one by one. */
    DiffViewModel diff() {
        return diff;
    }

    /** Why the changes of that file are not shown; empty where they are. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
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
