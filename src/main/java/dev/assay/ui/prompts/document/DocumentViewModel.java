package dev.assay.ui.prompts.document;

import dev.assay.prompt.PartialSource;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.StoredPrompt;
import dev.assay.ui.editor.Analysis;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Tasks;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The prompt that is open: its text, whether it is saved, and what the parser makes of it. */
public final class DocumentViewModel {
    /** How far the open prompt is. */
    public enum State {
        EMPTY,
        LOADING,
        READY,
        FAILED
    }

    private final PromptRegistry registry;
    private final Tasks tasks;
    private final Leaving leaving;
    private final PromptDisk disk;
    private final LatestTask looking;
    private final LatestTask parsing;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable StoredPrompt> stored = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Parsed> parsed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable OutsideChange> outside = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final StringProperty text = new SimpleStringProperty("");
    private String saved = "";
    private Consumer<String> editing = text::set;
    private String shownName = "";
    private String unreadable = "";
    private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper();
    private boolean saving;
    private boolean lookAgain;
    private final BooleanBinding dirty = Bindings.createBooleanBinding(this::hasEdits, stored, text);
    private final BooleanBinding savable = Bindings.createBooleanBinding(this::isSavable, dirty, outside);

    /** @param questions asks the user */
    public DocumentViewModel(PromptRegistry registry, Tasks tasks, Questions questions) {
        this.registry = registry;
        this.tasks = tasks;
        leaving = new Leaving(questions, this::editedName, this::save, () -> text.set(saved));
        disk = new PromptDisk(registry, tasks);
        looking = new LatestTask(tasks);
        parsing = new LatestTask(tasks);
        text.subscribe(this::parse);
        stored.subscribe(this::parse);
    }

    /** Opens a prompt, asking first what becomes of unsaved edits. Does nothing where it is open already. */
    public void open(String name) {
        StoredPrompt current = stored.get();
        if (current == null || !current.ref().name().equals(name)) {
            leave(() -> load(name));
        } else {
            dismiss();
        }
    }

    /** Tries again to open the prompt that could not be. */
    public void retry() {
        Unopened failed = disk.unopened().get();
        if (failed != null) {
            leave(() -> load(failed.name()));
        }
    }

    /** Goes back to the prompt that was open before the one that could not be. */
    public void dismiss() {
        disk.clear();
        if (state.get() == State.FAILED) {
            state.set(State.EMPTY);
        }
    }

    /**
     * Takes over what another program has written. Where there are edits that say something else the user decides.
     * Partials may have changed too, so the text is looked at again in any case.
     */
    public void refresh() {
        parse();
        looks.set(looks.get() + 1);
        StoredPrompt current = stored.get();
        if (!hasEdits()) {
            retry();
        }
        if (current != null) {
            looking.run(() -> disk.onDisk(current), now -> compare(current, now.orElse(null)), failure -> {
                unreadable = failure.summary();
                problem.set(unreadable);
            });
        }
    }

    private void compare(StoredPrompt read, @Nullable StoredPrompt now) {
        if (problem.get().equals(unreadable)) {
            problem.set("");
        }
        if (saving) {
            // What is being written may be what was seen.
            lookAgain = true;
        } else if (stored.get() != read) {
            return;
        } else if (now == null) {
            outside.set(new OutsideChange.Deleted());
        } else if (now.text().equals(read.text())) {
            outside.set(null);
        } else if (!hasEdits()) {
            show(now);
        } else {
            meet(now, false);
        }
    }

    private void meet(StoredPrompt theirs, boolean refused) {
        if (FileText.forEditor(theirs.text()).equals(text.get())) {
            take(theirs);
        } else {
            outside.set(new OutsideChange.Rewritten(theirs, refused || wasRefused(theirs)));
        }
    }

    private boolean wasRefused(StoredPrompt theirs) {
        return outside.get() instanceof OutsideChange.Rewritten before
                && before.refused()
                && before.theirs().text().equals(theirs.text());
    }

    /** Shows no prompt any longer; edits are lost. */
    public void close() {
        stored.set(null);
        disk.clear();
        text.set("");
        saved = "";
        parsed.set(null);
        outside.set(null);
        problem.set("");
        state.set(State.EMPTY);
    }

    /** Goes on once nothing would be lost: at once where all is saved, else as the user decides. */
    public void leave(Runnable next) {
        leaving.leave(next);
    }

    /**
     * Whether the window may close now. Where the user wants the edits saved first it may not yet.
     *
     * @param saved runs once they are
     */
    public boolean mayClose(Runnable saved) {
        return leaving.mayClose(saved);
    }

    /**
     * Goes on once files may change: at once where all is saved, else as the user decides.
     *
     * @param keeper keeps the edits against a crash, then runs what it is given
     */
    public void ready(Consumer<Runnable> keeper, Runnable next) {
        leaving.ready(keeper, next);
    }

    private Optional<String> editedName() {
        return Optional.ofNullable(stored.get())
                .filter(current -> hasEdits())
                .map(current -> current.ref().name());
    }

    /**
     * Writes the edits to disk, then goes on. A file that has changed there meanwhile is left alone, and the user is told
     * instead; one that is gone is written again.
     */
    public void save(Runnable next) {
        StoredPrompt loaded = stored.get();
        if (loaded == null || !isSavable()) {
            next.run();
            return;
        }
        String edited = text.get();
        saving = true;
        tasks.run(() -> disk.write(loaded, edited), now -> saved(now, edited, next), failure -> {
            saved();
            problem.set(failure.summary());
        });
    }

    private void saved(StoredPrompt now, String edited, Runnable next) {
        saved();
        problem.set("");
        if (FileText.forEditor(now.text()).equals(edited)) {
            take(now);
            next.run();
        } else {
            meet(now, true);
        }
    }

    private void saved() {
        saving = false;
        if (lookAgain) {
            lookAgain = false;
            refresh();
        }
    }

    private void load(String name) {
        state.set(State.LOADING);
        disk.load(name, this::show, () -> state.set(stored.get() == null ? State.FAILED : State.READY));
    }

    private void show(StoredPrompt loaded) {
        problem.set("");
        shownName = loaded.ref().name();
        text.set(FileText.forEditor(loaded.text()));
        take(loaded);
        state.set(State.READY);
    }

    /** What is saved is kept as the editor has it: it is compared with each letter that is typed. */
    private void take(StoredPrompt now) {
        saved = FileText.forEditor(now.text());
        outside.set(null);
        stored.set(now);
    }

    private void parse() {
        StoredPrompt current = stored.get();
        if (current != null) {
            String source = text.get();
            parsing.run(
                    () -> Parsed.of(current.path(), source, registry.partials(null), registry.definitions(null)),
                    parsed::set,
                    failure -> problem.set(failure.summary()));
        }
    }

    /** What the editor is to show about a text, its partials looked up on disk; slow. */
    public Analysis analyse(String edited) {
        return Analysis.ofPrompt(edited, registry.partials(null), registry.definitions(null));
    }

    /** Replaces the text as an edit of the user's, which the editor can undo. */
    public void edit(String replacement) {
        editing.accept(replacement);
    }

    /** Who makes such edits; the editor, since it knows how to undo them. */
    public void onEdit(Consumer<String> action) {
        editing = action;
    }

    /** Where partials are looked up now. */
    public PartialSource partials() {
        return registry.partials(null);
    }

    /** The path of the open prompt; empty while none is open. */
    public String path() {
        StoredPrompt current = stored.get();
        return current == null ? "" : current.path();
    }

    /** Goes on from what another program has written: the text stays, as edits of that. */
    public void rebase(StoredPrompt theirs, String told) {
        take(theirs);
        notice.set("");
        notice.set(told);
    }

    /**
     * Goes on with edits that were begun earlier. What has become of the file since is told as another program's change.
     *
     * @param base what the file held when they were begun
     */
    public void recover(String edits, String base) {
        text.set(edits);
        StoredPrompt now = stored.get();
        if (now != null && !base.equals(saved)) {
            take(new StoredPrompt(now.ref(), now.path(), base, now.commitId(), now.blobId()));
            meet(now, false);
        }
    }

    /** Takes what another program has written in the place of the edits, which an undo brings back. */
    public void replace(StoredPrompt theirs) {
        show(theirs);
    }

    /** What was read of the file last, as the editor has it. */
    public String base() {
        return saved;
    }

    /** Says that something went wrong with the open prompt. */
    public void fail(String message) {
        problem.set(message);
    }

    private boolean isSavable() {
        return dirty.get() || outside.get() instanceof OutsideChange.Deleted;
    }

    private boolean hasEdits() {
        return stored.get() != null && !text.get().equals(saved);
    }

    /** Whether there is a prompt to show, be it only why it cannot be opened. */
    public BooleanBinding shownProperty() {
        return stored.isNotNull().or(state.isEqualTo(State.FAILED));
    }

    /** How far the open prompt is. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The prompt as it was last loaded or saved; null while none is open. */
    public ReadOnlyObjectProperty<@Nullable StoredPrompt> storedProperty() {
        return stored.getReadOnlyProperty();
    }

    /** What the parser made of the text; null while none is open. */
    public ReadOnlyObjectProperty<@Nullable Parsed> parsedProperty() {
        return parsed.getReadOnlyProperty();
    }

    /** How often it was looked at what is on disk; partials may be others each time. */
    public ReadOnlyIntegerProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /** What another program did to the file that the edits do not know of; null where nothing. */
    public ReadOnlyObjectProperty<@Nullable OutsideChange> outsideProperty() {
        return outside.getReadOnlyProperty();
    }

    /** The prompt that the user wants to see but that cannot be opened; null where there is none. */
    public ReadOnlyObjectProperty<@Nullable Unopened> unopenedProperty() {
        return disk.unopened().getReadOnlyProperty();
    }

    /** What was done with the text last; may be empty. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Why the prompt cannot be saved; empty where it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the editor holds; writable. Lines end in {@code \n}. */
    public StringProperty textProperty() {
        return text;
    }

    /** The name of the prompt that the text belongs to; told before the text is. */
    public String shownName() {
        return shownName;
    }

    /** Whether a save would write anything: there are edits, or the file is gone. */
    public BooleanBinding savableProperty() {
        return savable;
    }

    /** Whether there are edits that are not saved. */
    public BooleanBinding dirtyProperty() {
        return dirty;
    }
}
