package dev.assay.ui.compare;

import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.Variant;
import dev.assay.history.RunSettings;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.settings.CacheSettings;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.DefaultJudge;
import dev.assay.workbench.experiments.SavedExperiment;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
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
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is to be run: variants, dataset, judge. */
public final class SetupViewModel {
    /** More columns than these nobody reads; those that do not fit side by side are scrolled. */
    static final int MOST_VARIANTS = 12;

    private final Bench bench;
    private final Tasks tasks;
    private final ObservableList<VariantSetup> variants =
            FXCollections.observableArrayList(variant -> new Observable[] {
                variant.promptProperty(),
                variant.modelProperty(),
                variant.revisionProperty(),
                variant.maxTokensProperty()
            });
    private final ObservableList<String> prompts = FXCollections.observableArrayList();
    private final ObservableList<ModelChoice> models = FXCollections.observableArrayList();
    private final ObservableList<String> datasets = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> datasetName = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Dataset> dataset = new ReadOnlyObjectWrapper<>();
    private final StringProperty cluster = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable ModelChoice> judge = new SimpleObjectProperty<>();
    private final MetricChoice metrics = new MetricChoice();
    private final ObjectProperty<Integer> repeats = new SimpleObjectProperty<>(1);
    private final ObjectProperty<Integer> concurrency = new SimpleObjectProperty<>(4);
    private final CacheSetup cache = new CacheSetup();
    private final RunLimits limits = new RunLimits();
    private final ObservableValue<RunPlan> plan;
    private final ObservableValue<Object> changes;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty loaded = new SimpleBooleanProperty(false);
    private @Nullable ModelChoice proposedJudge;
    private @Nullable Proposal proposal;

    /** An empty set-up; {@link #load()} fills what can be chosen. */
    public SetupViewModel(Bench bench, Tasks tasks) {
        this.bench = bench;
        this.tasks = tasks;
        datasetName.subscribe(this::loadDataset);
        dataset.subscribe(metrics::suit);
        variants.subscribe(this::proposeJudge);
        Observable[] choices = Stream.concat(
                        Stream.of(loaded, variants, datasetName, dataset, cluster, repeats, judge, concurrency),
                        Stream.concat(
                                Stream.of(cache.useProperty(), cache.similarProperty()),
                                metrics.observables().stream()))
                .toArray(Observable[]::new);
        plan = Bindings.createObjectBinding(new PlanReckoner(this)::reckon, choices);
        changes = Bindings.createObjectBinding(Object::new, choices);
    }

    /** Loads what can be chosen; choices made before are kept where they are still there. */
    void load() {
        tasks.run(
                () -> new Offer(
                        bench.prompts(),
                        bench.models().stream()
                                .map(model -> new ModelChoice(
                                        model, bench.price(model).orElse(null)))
                                .toList(),
                        bench.datasets(),
                        bench.judges(),
                        bench.cache()),
                this::offer,
                this::fail);
    }

    /**
     * Sets up a comparison of two versions, as another screen asks for it.
     *
     * @param baseline becomes A
     * @param challenger becomes B
     * @param model where both go, or null for the first one there is
     * @param cases the dataset, or null to leave it as it is
     */
    public void propose(PromptRef baseline, PromptRef challenger, @Nullable ModelId model, @Nullable String cases) {
        proposal = new Proposal(List.of(baseline, challenger), model, cases);
        load();
    }

    private record Proposal(
            List<PromptRef> prompts,
            @Nullable ModelId model,
            @Nullable String dataset) {}

    private void take(Proposal proposed) {
        ModelChoice model = models.stream()
                .filter(choice -> choice.model().equals(proposed.model()))
                .findFirst()
                .orElse(models.isEmpty() ? null : models.getFirst());
        variants.clear();
        proposed.prompts().forEach(ref -> add(VariantSetup.at(ref, model)));
        if (proposed.dataset() != null && datasets.contains(proposed.dataset())) {
            datasetName.set(proposed.dataset());
        }
    }

    private record Offer(
            List<String> prompts,
            List<ModelChoice> models,
            List<String> datasets,
            List<Metric> judges,
            CacheSettings cache) {}

    private void offer(Offer offer) {
        replace(prompts, offer.prompts());
        replace(models, offer.models());
        replace(datasets, offer.datasets());
        metrics.offer(offer.judges());
        cache.offer(offer.cache());
        Proposal proposed = proposal;
        proposal = null;
        if (proposed != null) {
            take(proposed);
        } else if (variants.stream()
                .allMatch(variant -> variant.promptProperty().get() == null)) {
            variants.clear();
            FirstChoice.variants(offer.prompts(), offer.models()).forEach(this::add);
        } else {
            variants.forEach(this::loadRevisions);
        }
        String name = datasetName.get();
        if (name == null) {
            datasetName.set(FirstChoice.dataset(offer.prompts(), offer.datasets()));
        } else {
            tasks.run(() -> bench.dataset(name), now -> reloaded(name, now), this::fail);
        }
        loaded.set(true);
    }

    private void reloaded(String name, Dataset now) {
        if (name.equals(datasetName.get()) && !now.equals(dataset.get())) {
            problem.set("");
            dataset.set(now);
        }
    }

    /** The judge follows the variants until the user chooses another than the one proposed. */
    private void proposeJudge() {
        List<ModelId> chosen = variants.stream()
                .flatMap(variant -> Stream.ofNullable(variant.modelProperty().get()))
                .map(ModelChoice::model)
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        ModelId proposal = DefaultJudge.of(chosen);
        boolean followed = Objects.equals(judge.get(), proposedJudge);
        proposedJudge = models.stream()
                .filter(choice -> choice.model().equals(proposal))
                .findFirst()
                .orElse(null);
        if (followed) {
            judge.set(proposedJudge);
        }
    }

    /** Sets up what is saved; a model that no list offers is offered from now on. */
    void take(SavedExperiment saved) {
        variants.clear();
        saved.variants().forEach(variant -> add(VariantSetup.of(variant, choice(variant.model()))));
        datasetName.set(saved.dataset());
        cluster.set(saved.cluster() == null ? "" : saved.cluster());
        metrics.take(saved.metrics());
        ModelId judging = saved.judge();
        if (judging != null) {
            judge.set(choice(judging));
        }
        repeats.set(saved.repeats());
        concurrency.set(saved.settings().concurrency());
        cache.take(saved.settings());
        limits.take(saved.settings());
    }

    private ModelChoice choice(ModelId model) {
        return models.stream()
                .filter(one -> one.model().equals(model))
                .findFirst()
                .orElseGet(() -> {
                    var unlisted = new ModelChoice(model, null);
                    models.add(unlisted);
                    return unlisted;
                });
    }

    /** Whether it is known what there is to choose from. */
    boolean isLoaded() {
        return loaded.get();
    }

    private static <T> void replace(ObservableList<T> list, List<T> content) {
        if (!list.equals(content)) {
            list.setAll(content);
        }
    }

    private void add(VariantSetup variant) {
        variants.add(variant);
        variant.promptProperty().subscribe(prompt -> loadRevisions(variant));
    }

    /** Adds a variant that begins as a copy of the last one; ignored while there is none yet. */
    void addVariant() {
        if (!variants.isEmpty()) {
            duplicate(variants.getLast());
        }
    }

    /** Adds a copy; ignored where there is no room. */
    void duplicate(VariantSetup variant) {
        if (variants.size() < MOST_VARIANTS) {
            add(variant.copy());
        }
    }

    /** Takes a variant out; one always stays. */
    void remove(VariantSetup variant) {
        if (variants.size() > 1) {
            variants.remove(variant);
        }
    }

    private void loadRevisions(VariantSetup variant) {
        String prompt = variant.promptProperty().get();
        if (prompt != null) {
            MetricFollower.follow(metrics, prompt, variants, bench, tasks, this::fail);
            tasks.run(
                    () -> bench.revisions(prompt).stream()
                            .map(RevisionChoice::of)
                            .toList(),
                    revisions -> {
                        if (prompt.equals(variant.promptProperty().get())) {
                            variant.offer(revisions);
                        }
                    },
                    this::fail);
        }
    }

    private void loadDataset(@Nullable String name) {
        dataset.set(null);
        cluster.set("");
        problem.set("");
        if (name != null) {
            tasks.run(() -> bench.dataset(name), dataset::set, this::fail);
        }
    }

    private void fail(Failure failure) {
        problem.set(failure.summary());
    }

    /** What a run would do, as it is set up now. */
    ObservableValue<RunPlan> plan() {
        return plan;
    }

    /** Another value with every change of what is set up. */
    ObservableValue<Object> changes() {
        return changes;
    }

    /** What is judged. */
    MetricChoice metrics() {
        return metrics;
    }

    /** The experiment; throws {@link InputException} naming what to mend. */
    Experiment experiment() {
        Dataset cases = dataset.get();
        if (cases == null) {
            throw new InputException(Messages.get("compare.incomplete"));
        }
        List<Variant> chosen = variants.stream().map(VariantSetup::toVariant).toList();
        ModelChoice judging = judge.get();
        ModelId judgeModel = judging == null ? null : judging.model();
        String title = chosen.stream()
                .map(variant -> variant.prompt().name())
                .distinct()
                .collect(Collectors.joining(Messages.get("compare.versus")));
        return new Experiment(
                title,
                chosen,
                cluster.getValueSafe().isEmpty() ? cases : cases.clusteredBy(cluster.get()),
                metrics.metrics(),
                judgeModel,
                repeats.get(),
                new RunSettings(
                        concurrency.get(),
                        true,
                        cache.useProperty().get(),
                        limits.batchProperty().get() ? null : cache.least(),
                        limits.budget(),
                        settlesBy(),
                        limits.batchProperty().get()));
    }

    /** The comparison is settled by the first score; one variant alone is never settled. */
    private @Nullable String settlesBy() {
        boolean early =
                limits.whenSettledProperty().get() && !limits.batchProperty().get();
        return early && variants.size() > 1
                ? metrics.names().stream().findFirst().orElse(null)
                : null;
    }

    /** When a run is to end early. */
    RunLimits limits() {
        return limits;
    }

    ObservableList<VariantSetup> variants() {
        return variants;
    }

    ObservableList<String> prompts() {
        return prompts;
    }

    ObservableList<ModelChoice> models() {
        return models;
    }

    ObservableList<String> datasets() {
        return datasets;
    }

    ObjectProperty<@Nullable String> datasetNameProperty() {
        return datasetName;
    }

    /** The column that says which cases share a source; empty where the dataset says so itself. Writable. */
    StringProperty clusterProperty() {
        return cluster;
    }

    /** The chosen dataset; null until it is loaded. */
    ReadOnlyObjectProperty<@Nullable Dataset> datasetProperty() {
        return dataset.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable ModelChoice> judgeProperty() {
        return judge;
    }

    ObjectProperty<Integer> repeatsProperty() {
        return repeats;
    }

    /** Whether answers of equal calls are used again. */
    CacheSetup cache() {
        return cache;
    }

    ObjectProperty<Integer> concurrencyProperty() {
        return concurrency;
    }

    /** What is wrong with the choices, in one line; may be empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
