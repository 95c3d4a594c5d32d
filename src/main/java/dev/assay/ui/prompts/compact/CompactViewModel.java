package dev.assay.ui.prompts.compact;

import dev.assay.exchange.results.content.Figures;
import dev.assay.experiment.Dataset;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.compact.CompactEdit;
import dev.assay.prompt.compact.Compaction;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.PromptRegistry;
import dev.assay.ui.editor.diff.DiffViewModel;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.prompts.history.Experimenter;
import dev.assay.workbench.compact.Rewrite;
import dev.assay.workbench.compact.ShorterPrompts;
import dev.assay.workbench.compact.TokenSavings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What can be made shorter in a prompt: the user takes some of it, sees what that saves, and compares or applies it. */
public final class CompactViewModel {
    private static final String VARIANT = "shorter";

    private final PromptRegistry registry;
    private final ShorterPrompts prompts;
    private final Editor editor;
    private final Basis basis;
    private final Asking asking;
    private final Tasks tasks;
    private final LatestTask reckoning;
    private final DiffViewModel diff;
    private final ObservableList<CompactRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper savings = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper money = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper some = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
    private Compaction compaction = new Compaction("", List.of(), List.of());

    /**
     * The prompt in the editor.
     *
     * @param name of the prompt
     * @param text as it is in the editor
     * @param edit puts another text there, so that it can be undone
     * @param saved saves what is there, then goes on
     * @param experimenter takes two versions to a comparison
     */
    public record Editor(
            String name, String text, Consumer<String> edit, Consumer<Runnable> saved, Experimenter experimenter) {}

    /**
     * What savings are told for.
     *
     * @param model or null: then the prompt's own counts
     * @param dataset whose cases fill the prompt, or null
     * @param datasets a dataset by name
     * @param offered the models that can be asked for a shorter text
     */
    public record Basis(
            @Nullable ModelId model,
            @Nullable String dataset,
            Function<String, Dataset> datasets,
            List<ModelId> offered) {
        public Basis {
            offered = List.copyOf(offered);
        }
    }

    /** Asks a model for a shorter text; stops where its thread is interrupted. */
    @FunctionalInterface
    public interface Asking {
        /** What came of it for the prompt of that name, whose whole text is given. */
        Rewrite rewrite(String name, String text, ModelId model);
    }

    public CompactViewModel(
            PromptRegistry registry, ShorterPrompts prompts, Editor editor, Basis basis, Asking asking, Tasks tasks) {
        this.asking = asking;
        this.registry = registry;
        this.prompts = prompts;
        this.editor = editor;
        this.basis = basis;
        this.tasks = tasks;
        reckoning = new LatestTask(tasks);
        diff = new DiffViewModel(tasks);
        tasks.run(
                () -> prompts.find(editor.name(), editor.text()),
                this::found,
                failure -> problem.set(failure.summary()));
    }

    private void found(Compaction found) {
        compaction = found;
        none.set(found.isEmpty());
        rows.setAll(CompactRow.of(found));
        rows.forEach(row -> row.taken().subscribe((before, now) -> reckon()));
        reckon();
    }

    private void reckon() {
        some.set(rows.stream().anyMatch(row -> row.taken().get()));
        String shorter = text();
        diff.show(compaction.source(), shorter);
        if (compaction.isEmpty()) {
            return;
        }
        reckoning.run(() -> reckoned(shorter), this::show, failure -> problem.set(failure.summary()));
    }

    /** What the values of the chosen cases save; where they do not fit, what the names of the inputs do. */
    private TokenSavings reckoned(String shorter) {
        ModelId chosen = basis.model();
        ModelId model = chosen == null
                ? prompts.model(editor.name(), compaction.source()).orElse(null)
                : chosen;
        String named = basis.dataset();
        try {
            Dataset dataset = named == null ? null : basis.datasets().apply(named);
            return prompts.savings(editor.name(), compaction.source(), shorter, model, dataset);
        } catch (InputException e) {
            return prompts.savings(editor.name(), compaction.source(), shorter, model, null);
        }
    }

    private void show(TokenSavings found) {
        String after = tokens(found.after());
        String before = tokens(found.before());
        String less = tokens(found.saved());
        String counted = found.exact()
                ? Messages.get("compact.tokens", after, before, less)
                : Messages.get("compact.tokens.estimated", after, before, less);
        ModelId model = found.model();
        String by = model == null ? "" : Messages.get("compact.basis.model", model.toString()) + ", ";
        String values = found.cases() == 0
                ? Messages.get("compact.basis.names")
                : Messages.get("compact.basis.cases", found.cases(), String.valueOf(basis.dataset()));
        savings.set(counted + " (" + by + values + ")");
        money.set(found.usdPerThousandCalls()
                .map(usd -> Messages.get("compact.money", Figures.dollars(usd)))
                .orElse(model == null ? "" : Messages.get("compact.money.unknown", model.toString())));
    }

    private static String tokens(double count) {
        return count == Math.rint(count)
                ? String.format(Locale.ROOT, "%,d", Math.round(count))
                : String.format(Locale.ROOT, "%,.1f", count);
    }

    /** Asks a model to say what is taken in fewer words. Does nothing while one is asked. */
    void rewrite(ModelId model) {
        if (asked.get()) {
            return;
        }
        asked.set(true);
        problem.set("");
        String shorter = text();
        tasks.run(
                () -> ask(shorter, model),
                found -> found.ifPresentOrElse(rewrite -> rewritten(rewrite, model), () -> asked.set(false)),
                failure -> {
                    asked.set(false);
                    problem.set(failure.summary());
                });
    }

    private Optional<Rewrite> ask(String shorter, ModelId model) {
        worker.set(Thread.currentThread());
        try {
            return Optional.of(asking.rewrite(editor.name(), shorter, model));
        } catch (CancelledException e) {
            return Optional.empty();
        } finally {
            worker.set(null);
        }
    }

    private void rewritten(Rewrite rewrite, ModelId model) {
        asked.set(false);
        switch (rewrite) {
            case Rewrite.Shorter shorter ->
                found(Compaction.rewritten(editor.text(), shorter.compaction().text(), model.toString()));
            case Rewrite.Refused refused ->
                problem.set(Messages.get("compact.refused", model.toString(), refused.reason()));
            case Rewrite.Failed failed -> problem.set(failed.reason());
        }
    }

    /** Stops asking. */
    void stop() {
        Thread asking = worker.getAndSet(null);
        if (asking != null) {
            asking.interrupt();
        }
    }

    /** The models that can be asked. */
    List<ModelId> offered() {
        return basis.offered();
    }

    /** The one that is proposed, or null where there is none. */
    @Nullable
    ModelId proposed() {
        return basis.model() == null && !offered().isEmpty() ? offered().getFirst() : basis.model();
    }

    /** Whether a model is asked now. */
    ReadOnlyBooleanProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** The prompt with what is taken. */
    String text() {
        Set<CompactEdit> taken = rows.stream()
                .filter(row -> row.taken().get())
                .flatMap(row -> row.edits().stream())
                .collect(Collectors.toSet());
        return compaction.text(taken);
    }

    /** Puts the shorter text into the editor. */
    void apply() {
        editor.edit().accept(text());
        done.set(true);
    }

    /** Saves the prompt, and the shorter text as a variant beside it, and takes both to a comparison. */
    void compare() {
        String shorter = text();
        editor.saved()
                .accept(() -> tasks.run(
                        () -> {
                            String name = free(editor.name());
                            registry.save(name, shorter);
                            return name;
                        },
                        this::saved,
                        failure -> problem.set(failure.summary())));
    }

    private void saved(String variant) {
        done.set(true);
        editor.experimenter()
                .compare(
                        new PromptRef(editor.name(), null),
                        new PromptRef(variant, null),
                        basis.model(),
                        basis.dataset());
    }

    /** A name beside the prompt's that nothing has: the variant {@code shorter}. */
    private String free(String name) {
        Set<String> names = registry.list().stream().map(PromptEntry::name).collect(Collectors.toSet());
        String file = name.substring(name.lastIndexOf('/') + 1);
        String first = name + (file.contains(".") ? "-" : ".") + VARIANT;
        String free = first;
        for (int i = 2; names.contains(free); i++) {
            free = first + "-" + i;
        }
        return free;
    }

    /** Name of the prompt. */
    String name() {
        return editor.name();
    }

    /** What can go; empty until it is found. */
    ObservableList<CompactRow> rows() {
        return rows;
    }

    /** What the prompt is and would be. */
    DiffViewModel diff() {
        return diff;
    }

    /** Tokens that are saved, in a sentence; empty until they are counted. */
    ReadOnlyStringProperty savingsProperty() {
        return savings.getReadOnlyProperty();
    }

    /** Money that is saved, in a sentence; empty until it is reckoned. */
    ReadOnlyStringProperty moneyProperty() {
        return money.getReadOnlyProperty();
    }

    /** What went wrong; empty where nothing did. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether nothing can be made shorter. */
    ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    /** Whether anything is taken. */
    ReadOnlyBooleanProperty someProperty() {
        return some.getReadOnlyProperty();
    }

    /** Whether it has been applied or taken to a comparison. */
    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
