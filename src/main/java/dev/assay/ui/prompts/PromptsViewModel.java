package dev.assay.ui.prompts;

import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import dev.assay.registry.GitStatus;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.StoredPrompt;
import dev.assay.registry.git.Author;
import dev.assay.registry.git.PromptRevision;
import dev.assay.registry.watch.Area;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.blame.BlameViewModel;
import dev.assay.ui.prompts.commit.CommitViewModel;
import dev.assay.ui.prompts.compact.CompactViewModel;
import dev.assay.ui.prompts.document.DocumentViewModel;
import dev.assay.ui.prompts.document.Parsed;
import dev.assay.ui.prompts.document.Questions;
import dev.assay.ui.prompts.document.Unopened;
import dev.assay.ui.prompts.draft.DraftViewModel;
import dev.assay.ui.prompts.files.FileQuestions;
import dev.assay.ui.prompts.files.FilesViewModel;
import dev.assay.ui.prompts.files.OpenPrompt;
import dev.assay.ui.prompts.form.FormViewModel;
import dev.assay.ui.prompts.form.PromptText;
import dev.assay.ui.prompts.history.ComparisonViewModel;
import dev.assay.ui.prompts.history.HistoryViewModel;
import dev.assay.ui.prompts.history.Revision;
import dev.assay.ui.prompts.inputs.InputsViewModel;
import dev.assay.ui.prompts.outside.OutsideViewModel;
import dev.assay.ui.prompts.preview.ModelsViewModel;
import dev.assay.ui.prompts.preview.PreviewViewModel;
import dev.assay.ui.prompts.preview.TryViewModel;
import dev.assay.ui.prompts.search.Place;
import dev.assay.ui.prompts.search.SearchViewModel;
import dev.assay.ui.prompts.tree.EditorLink;
import dev.assay.ui.prompts.tree.RegistryViewModel;
import dev.assay.workbench.Drafts;
import dev.assay.workbench.compact.ShorterPrompts;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/** The prompts screen: keeps its parts in step with the prompt that is open. */
public final class PromptsViewModel {
    private final Desk desk;
    private final Tasks tasks;
    private final RegistryViewModel registry;
    private final DocumentViewModel document;
    private final PlaceOpener places;
    private final SearchViewModel search;
    private final FilesViewModel files;
    private final BlameViewModel blame;
    private final FormViewModel form;
    private final DraftViewModel drafts;
    private final OutsideViewModel outside;
    private final InputsViewModel inputs;
    private final PreviewViewModel preview;
    private final TryViewModel trial;
    private final HistoryViewModel history;
    private final ComparisonViewModel comparison;
    private final ModelsViewModel models = new ModelsViewModel();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObjectBinding<@Nullable PromptEntry> entry;
    private final Greeting greeting;
    private final ObjectProperty<@Nullable Author> author = new SimpleObjectProperty<>();

    /**
     * @param desk what the screen works with
     * @param tasks for work off the FX thread
     * @param questions asks the user
     * @param fileQuestions asks them about files
     */
    PromptsViewModel(Desk desk, Tasks tasks, Questions questions, FileQuestions fileQuestions) {
        this.desk = desk;
        this.tasks = tasks;
        registry = new RegistryViewModel(desk.registry(), tasks);
        document = new DocumentViewModel(desk.registry(), tasks, questions);
        places = new PlaceOpener(document);
        search = new SearchViewModel(desk.registry().search()::find, tasks, desk.paused());
        blame = new BlameViewModel(
                desk.registry()::blame,
                new BlameViewModel.Document(() -> name().orElse(""), document.textProperty()::get, document::fail),
                tasks,
                desk.paused());
        form = new FormViewModel(new PromptText(document.textProperty(), document::edit), tasks);
        drafts = new DraftViewModel(document, new Drafts(desk.registry().root()), tasks, desk.delayed());
        outside = new OutsideViewModel(document, tasks);
        files = new FilesViewModel(
                desk.registry(),
                new OpenPrompt(
                        () -> name().orElse(""), document::leave, document::open, document::refresh, document::close),
                registry::refresh,
                author,
                fileQuestions,
                tasks);
        inputs = new InputsViewModel(desk.datasetNames(), desk.datasets(), tasks);
        preview = new PreviewViewModel(desk.renderer(), desk.tokens(), desk.prices(), tasks);
        trial = new TryViewModel(desk.runner(), tasks, desk.frames());
        history = new HistoryViewModel(desk.past(), tasks);
        comparison = new ComparisonViewModel(
                history,
                desk.past(),
                new ComparisonViewModel.Editor(
                        document.textProperty()::get,
                        document::edit,
                        inputs::values,
                        models.triedProperty()::get,
                        inputs.datasetProperty()::get,
                        document::save),
                tasks);
        entry = Bindings.createObjectBinding(this::currentEntry, registry.entries(), document.storedProperty());
        greeting = new Greeting(desk.registry(), registry, document, tasks, notice::set);
        registry.entries().addListener((ListChangeListener<PromptEntry>) change -> {
            greeting.listed();
            search.refresh();
            forgetDeleted();
        });
        history.revisions().addListener((ListChangeListener<Revision>) change -> blame.refresh());
        document.parsedProperty().subscribe(this::parsed);
        document.storedProperty().subscribe(this::storedChanged);
        document.dirtyProperty().subscribe(this::edited);
        document.noticeProperty().subscribe(notice::set);
        drafts.problemProperty().subscribe(document::fail);
        inputs.editsProperty().subscribe(this::render);
        inputs.editsProperty().subscribe(comparison::compare);
        models.triedProperty().subscribe(this::render);
        models.compared().addListener((ListChangeListener<ModelId>) change -> render());
    }

    /** Looks up again what may have changed outside: prompts, status, datasets and models. */
    void refresh() {
        greeting.begin();
        changed(EnumSet.allOf(Area.class));
    }

    /** Looks up again what another program has changed. */
    void changed(Set<Area> areas) {
        registry.refresh();
        if (areas.contains(Area.PROMPTS)) {
            document.refresh();
        }
        if (areas.contains(Area.DATASETS)) {
            inputs.refresh();
        }
        if (areas.contains(Area.SETTINGS)) {
            tasks.run(desk.models(), models::offer, failure -> notice.set(failure.summary()));
        }
        if (areas.contains(Area.REPOSITORY)) {
            name().ifPresent(history::show);
        }
    }

    /** Opens a prompt, and fills its form; without inputs the form is as it was left. */
    void open(String name, Map<String, Object> given) {
        inputs.give(name, given);
        places.open(Place.of(name));
    }

    /** Goes on once files may change under the open prompt: unsaved edits are saved or kept first, as the user decides. */
    void ready(Runnable next) {
        document.ready(drafts::secure, next);
    }

    /** A notice of what was done before would only be in the way. */
    private void edited() {
        notice.set("");
    }

    /** That a prompt cannot be opened is no news any more once it is gone. */
    private void forgetDeleted() {
        Unopened failed = document.unopenedProperty().get();
        if (failed != null
                && !registry.find(failed.name()).filter(PromptEntry::isOnDisk).isPresent()) {
            document.dismiss();
        }
    }

    private void storedChanged(@Nullable StoredPrompt before, @Nullable StoredPrompt now) {
        if (now != null) {
            if (before == null || !before.ref().equals(now.ref())) {
                preview.clear();
                form.restart();
                history.closeView();
                notice.set("");
                greeting.remember(now.ref().name());
            } else {
                registry.refresh();
            }
            history.show(now.ref().name());
            blame.refresh();
            comparison.compare();
        }
    }

    private void parsed(@Nullable Parsed parsed) {
        if (parsed != null) {
            models.opened(
                    parsed.template().file(), parsed.template().frontMatter().model());
            inputs.open(parsed.template().file());
            inputs.show(parsed.variables(), parsed.template().inputs());
            render();
        }
    }

    private void render() {
        List<ModelId> chosen = models.chosen();
        List<String> missing = inputs.missing();
        if (chosen.isEmpty()) {
            return;
        }
        Parsed parsed = document.parsedProperty().get();
        List<String> refused = inputs.refused();
        if (missing.isEmpty() && refused.isEmpty() || parsed != null && parsed.broken()) {
            name().ifPresent(name -> preview.show(name, document.textProperty().get(), inputs.values(), chosen));
        } else {
            preview.await(missing, refused);
        }
    }

    /** Sends the prompt once to the chosen model; it is saved first, for what ran must be what history names. */
    void tryOnce() {
        ModelId chosen = models.triedProperty().get();
        if (chosen != null) {
            document.save(() -> name().ifPresent(name -> trial.run(name, inputs.values(), chosen)));
        }
    }

    /** What can be made shorter in the open prompt; empty while none is open. */
    Optional<CompactViewModel> compact() {
        return name().map(name -> new CompactViewModel(
                desk.registry(),
                new ShorterPrompts(desk.registry(), desk::tokens, desk.prices()),
                new CompactViewModel.Editor(
                        name, document.textProperty().get(), document::edit, document::save, comparison.experimenter()),
                new CompactViewModel.Basis(
                        models.triedProperty().get(),
                        inputs.datasetProperty().get(),
                        desk.datasets(),
                        models.offered()),
                desk.asking(),
                tasks));
    }

    /** Makes ready a commit of the open prompt, after saving it. */
    void commit(Consumer<CommitViewModel> opened) {
        document.save(() -> name().ifPresent(name -> {
            var commit = new CommitViewModel(desk.registry(), tasks, author, this::committed);
            commit.evidenceFrom(desk.evidence());
            commit.load(name);
            opened.accept(commit);
        }));
    }

    private void committed(PromptRevision revision) {
        notice.set(Messages.get("prompts.committed", revision.shortId(), revision.subject()));
        registry.refresh();
        name().ifPresent(history::show);
    }

    private Optional<String> name() {
        return Optional.ofNullable(document.storedProperty().get())
                .map(stored -> stored.ref().name());
    }

    private @Nullable PromptEntry wantedEntry() {
        Unopened failed = document.unopenedProperty().get();
        return failed == null ? entry.get() : registry.find(failed.name()).orElse(null);
    }

    private @Nullable PromptEntry currentEntry() {
        return name().flatMap(registry::find).orElse(null);
    }

    /** The prompts on disk. */
    PromptRegistry prompts() {
        return desk.registry();
    }

    RegistryViewModel registry() {
        return registry;
    }

    /** Finds prompts. */
    SearchViewModel search() {
        return search;
    }

    /** Opens prompts at a place. */
    PlaceOpener places() {
        return places;
    }

    /** What the tree needs to know of the editor. */
    EditorLink link() {
        var wanted = Bindings.createObjectBinding(this::wantedEntry, entry, document.unopenedProperty());
        return new EditorLink(wanted, places::open, this::refresh);
    }

    /** Tells which commit brought each line. */
    BlameViewModel blame() {
        return blame;
    }

    DocumentViewModel document() {
        return document;
    }

    FormViewModel form() {
        return form;
    }

    /** What models cost now. */
    Supplier<PriceTable> prices() {
        return desk.prices();
    }

    DraftViewModel drafts() {
        return drafts;
    }

    OutsideViewModel outside() {
        return outside;
    }

    FilesViewModel files() {
        return files;
    }

    InputsViewModel inputs() {
        return inputs;
    }

    PreviewViewModel preview() {
        return preview;
    }

    TryViewModel trial() {
        return trial;
    }

    HistoryViewModel history() {
        return history;
    }

    ComparisonViewModel comparison() {
        return comparison;
    }

    ModelsViewModel models() {
        return models;
    }

    /** The open prompt in the list, with its git status; null while none is open. */
    ObjectBinding<@Nullable PromptEntry> entryProperty() {
        return entry;
    }

    /** Whether the open prompt is as in the last commit, as far as it is saved. */
    BooleanBinding cleanProperty() {
        return Bindings.createBooleanBinding(
                () -> {
                    PromptEntry now = entry.get();
                    return now == null || now.status() == GitStatus.CLEAN;
                },
                entry);
    }

    /** The last notice for the user; may be empty. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
