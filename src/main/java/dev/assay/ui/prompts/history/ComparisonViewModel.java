package dev.assay.ui.prompts.history;

import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.ui.editor.diff.DiffViewModel;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The chosen commits compared: with each other, or one of them with the editor's text; as written or as rendered. */
public final class ComparisonViewModel {
    /**
     * What surrounds the comparison.
     *
     * @param text what the editor holds
     * @param edit replaces that as an edit, so that it can be undone
     * @param values the values that prompts are rendered with
     * @param model the chosen model, or null
     * @param dataset the chosen dataset, or null
     * @param saved runs something once the editor's text is saved
     */
    public record Editor(
            Supplier<String> text,
            Consumer<String> edit,
            Supplier<Map<String, Object>> values,
            Supplier<@Nullable ModelId> model,
            Supplier<@Nullable String> dataset,
            Consumer<Runnable> saved) {}

    private final HistoryViewModel history;
    private final PastPrompts past;
    private final Editor editor;
    private final DiffViewModel diff;
    private final LatestTask reading;
    private final LatestTask restoring;
    private final BooleanProperty rendered = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper two = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Experimenter experimenter = (older, newer, model, dataset) -> {};

    public ComparisonViewModel(HistoryViewModel history, PastPrompts past, Editor editor, Tasks tasks) {
        this.history = history;
        this.past = past;
        this.editor = editor;
        diff = new DiffViewModel(tasks);
        reading = new LatestTask(tasks);
        restoring = new LatestTask(tasks);
        history.chosen().subscribe(this::compare);
        rendered.subscribe(this::compare);
    }

    private record Texts(String before, String after) {}

    /** Compares again, as when the editor's text or the values have changed. */
    public void compare() {
        var chosen = history.chosen();
        open.set(!chosen.isEmpty());
        two.set(chosen.size() == 2);
        if (chosen.isEmpty()) {
            return;
        }
        Revision older = chosen.getLast();
        Revision newer = two.get() ? chosen.getFirst() : null;
        title.set(Messages.get(
                "history.title",
                older.commit().shortId(),
                newer == null
                        ? Messages.get("results.working.copy")
                        : newer.commit().shortId()));
        String prompt = history.nameProperty().get();
        String text = editor.text().get();
        Map<String, Object> values = editor.values().get();
        boolean messages = rendered.get();
        reading.run(
                () -> new Texts(
                        at(prompt, older, messages, values),
                        newer != null
                                ? at(prompt, newer, messages, values)
                                : messages ? past.renderedText(prompt, text, values) : text),
                texts -> {
                    problem.set("");
                    diff.show(texts.before(), texts.after());
                },
                failure -> {
                    problem.set(failure.summary());
                    diff.show("", "");
                });
    }

    private String at(String prompt, Revision revision, boolean messages, Map<String, Object> values) {
        String commit = revision.commit().commitId();
        return messages ? past.rendered(prompt, commit, values) : past.text(prompt, commit);
    }

    /** Puts the text of a commit into the editor, as an edit that can be undone. */
    void restore(Revision revision) {
        String prompt = history.nameProperty().get();
        restoring.run(
                () -> past.text(prompt, revision.commit().commitId()),
                text -> {
                    if (prompt.equals(history.nameProperty().get())) {
                        close();
                        history.closeView();
                        editor.edit().accept(text);
                    }
                },
                failure -> problem.set(failure.summary()));
    }

    /** Takes what is compared to an experiment; the working copy is saved first. */
    void experiment() {
        var chosen = history.chosen();
        if (chosen.size() == 2) {
            start(chosen.getLast(), chosen.getFirst());
        } else if (chosen.size() == 1) {
            experiment(chosen.getFirst());
        }
    }

    /** Takes a commit to an experiment, as the baseline of the working copy. */
    void experiment(Revision revision) {
        editor.saved().accept(() -> start(revision, null));
    }

    private void start(Revision older, @Nullable Revision newer) {
        String prompt = history.nameProperty().get();
        experimenter.compare(
                new PromptRef(prompt, older.commit().commitId()),
                new PromptRef(prompt, newer == null ? null : newer.commit().commitId()),
                editor.model().get(),
                editor.dataset().get());
    }

    /** Goes back to the editor. */
    void close() {
        history.choose(List.of());
    }

    /** Who takes versions to an experiment. */
    public void onExperiment(Experimenter action) {
        experimenter = action;
    }

    /** The same, for others that have two versions. */
    public Experimenter experimenter() {
        return (older, newer, model, dataset) -> experimenter.compare(older, newer, model, dataset);
    }

    /** The commits to compare. */
    HistoryViewModel history() {
        return history;
    }

    /** The comparison. */
    DiffViewModel diff() {
        return diff;
    }

    /** Whether the messages are compared instead of the files; writable. */
    BooleanProperty renderedProperty() {
        return rendered;
    }

    /** Whether anything is compared. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether two commits are compared, rather than one with the working copy. */
    ReadOnlyBooleanProperty twoProperty() {
        return two.getReadOnlyProperty();
    }

    /** What is compared. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Why it cannot be; empty where it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
