package dev.assay.workbench;

import dev.assay.experiment.CellChoice;
import dev.assay.experiment.Clusters;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.ExperimentRunner;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.RunIds;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.TestCase;
import dev.assay.experiment.estimate.RunEstimate;
import dev.assay.history.Operation;
import dev.assay.history.Run;
import dev.assay.history.RunBatch;
import dev.assay.history.RunHistory;
import dev.assay.history.RunSettings;
import dev.assay.judge.Metric;
import dev.assay.llm.AssayException;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCounter;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.PromptRenderer;
import dev.assay.prompt.PromptTemplate;
import dev.assay.prompt.RenderedPrompt;
import dev.assay.prompt.frontmatter.Definitions;
import dev.assay.provider.LlmGateway;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.registry.PromptRegistry;
import dev.assay.registry.git.WorkspacePaths;
import dev.assay.registry.watch.Area;
import dev.assay.registry.watch.WorkspaceWatch;
import dev.assay.settings.budget.BudgetsFile;
import dev.assay.settings.routing.RoutesFile;
import dev.assay.settings.secret.Keys;
import dev.assay.workbench.catalogue.ModelCatalogue;
import dev.assay.workbench.experiments.ExperimentFiles;
import dev.assay.workbench.judges.JudgeFiles;
import dev.assay.workbench.spending.Spending;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An open workspace with its services: the use cases that the window and the command line share. What takes time to
 * start, or needs a settings file to be right, is made when it is first used. Thread-safe.
 */
public final class Workbench implements AutoCloseable {
    private final GitPromptRegistry registry;
    private final RunHistory history;
    private final Logs logs;
    private final Providers providers;
    private final Prices prices;
    private final Door door;
    private final ResponseCache cache;
    private final Lazy<TokenCounter> tokens = new Lazy<>(TokenCounter::new);
    private final Routing routing;
    private final Datasets datasets;
    private final List<WorkspaceWatch> watches = new CopyOnWriteArrayList<>();

    private Workbench(GitPromptRegistry registry, RunHistory history, Logs logs, Keys keys, Consumer<String> notices) {
        this.registry = registry;
        this.history = history;
        this.logs = logs;
        this.datasets = new Datasets(registry.root());
        this.routing = new Routing(registry.root().resolve(RoutesFile.FILE), this::tokens);
        this.cache =
                new ResponseCache(registry.root(), registry.root().resolve(Workspaces.PRIVATE_FOLDER), keys, notices);
        this.providers = new Providers(registry.root().resolve(Workspaces.PROVIDERS), keys);
        this.prices = new Prices(pricesFile(), registry.root().resolve(Workspaces.PROVIDERS), providers::places);
        this.door = new Door(providers::gateway, this::prices, history, notices);
    }

    /**
     * Opens a workspace.
     *
     * @param root the workspace folder, in a git repository
     * @param face who opens it, as another process that has to wait is told: {@code the Assay window}
     * @param notices hears one-line notices for the user, such as waiting for another process
     * @throws InputException where the folder is not there or in no git repository
     * @throws StorageException where it cannot be read or written
     */
    public static Workbench open(Path root, String face, Consumer<String> notices) {
        return open(root, face, notices, System.getenv());
    }

    /** Opens a workspace with the keys of the environment, the keychain and the key file that it names. */
    static Workbench open(Path root, String face, Consumer<String> notices, Map<String, String> environment) {
        return open(root, face, notices, Keys.of(environment));
    }

    /** Opens a workspace whose providers take their keys from {@code keys}. */
    public static Workbench open(Path root, String face, Consumer<String> notices, Keys keys) {
        GitPromptRegistry registry = GitPromptRegistry.open(root);
        try {
            Path folder = PrivateFolder.in(registry.root());
            return new Workbench(
                    registry,
                    new Histories(registry.root(), folder, keys).open(face, notices),
                    Logs.into(folder.resolve("logs")),
                    keys,
                    notices);
        } catch (AssayException e) {
            registry.close();
            throw e;
        }
    }

    /** The workspace folder. */
    public Path root() {
        return registry.root();
    }

    /** The prompts. */
    public PromptRegistry registry() {
        return registry;
    }

    /**
     * The repository that the prompts are in.
     *
     * @param terminal whether programs such as ssh may ask the user in the terminal
     */
    public Repository repository(boolean terminal) {
        return new Repository(registry.workspace(), terminal);
    }

    /**
     * Tells what other programs change in the workspace, until the workbench is closed.
     *
     * @param listener hears which parts changed, soon after; called on a thread of its own
     */
    public void watch(Consumer<Set<Area>> listener) {
        watches.add(WorkspaceWatch.start(registry.workspace(), listener));
    }

    /** The door to all providers and routes, as their files have them now; a run keeps the one that it began with. */
    public LlmProvider gateway() {
        return routing.before(door.open(null));
    }

    /** The same where no run records the questions that go through it: they are recorded as that. */
    public LlmProvider gateway(Operation chats) {
        return routing.before(door.open(chats));
    }

    /** The answers that are kept for later. */
    public ResponseCache cache() {
        return cache;
    }

    /** The memory of runs. */
    public RunHistory history() {
        return history;
    }

    /**
     * What models cost, as the workspace's {@code prices.csv} and the shipped list have it now. Throws
     * {@link InputException} where that file is wrong.
     */
    public PriceTable prices() {
        return prices.table();
    }

    /** The same for a first look: the shipped list alone where the workspace's is wrong. */
    public PriceTable pricesForDisplay() {
        return prices.forDisplay();
    }

    /** The workspace's own price list; need not be there. */
    public Path pricesFile() {
        return registry.root().resolve(Workspaces.PRICES);
    }

    /** A sentence for each of these models that the price list says is retired. */
    public List<String> retired(List<ModelId> models) {
        return prices.retired(models);
    }

    /** The providers of this workspace, to be looked at and changed. */
    public ProviderSetup providerSetup() {
        return new ProviderSetup(providers, this::prices, pricesFile());
    }

    /** Counts tokens. */
    public TokenCounter tokens() {
        return tokens.get();
    }

    /** The models that the providers offer, asked of them. */
    public ModelCatalogue catalogue() {
        LlmGateway gateway = providers.gateway();
        return new ModelCatalogue(gateway, gateway::profile, pricesForDisplay(), gateway.names());
    }

    /** The models to offer for choice: the offline ones and those of {@code providers.yaml}. */
    public List<ModelId> models() {
        return gateway().models();
    }

    /** The parsed prompt; it may have errors, see {@link PromptTemplate#diagnostics()}. */
    public PromptTemplate template(PromptRef ref) {
        return template(ref, registry.definitions(ref.revision()));
    }

    /** The same for many prompts of one revision, for which the definitions are read once. */
    public PromptTemplate template(PromptRef ref, Definitions definitions) {
        return PromptTemplate.parse(WorkspacePaths.ofPrompt(ref.name()), registry.text(ref), definitions);
    }

    /** Renders a stored prompt; throws {@link InputException} naming file, line and column of errors. */
    public RenderedPrompt render(PromptRef ref, Map<String, Object> inputs) {
        return new PromptRenderer(registry.partials(ref.revision())).render(template(ref), inputs, List.of());
    }

    /** Renders text that need not be saved, such as what an editor holds, with the working copy's partials. */
    public RenderedPrompt renderText(String name, String text, Map<String, Object> inputs) {
        PromptTemplate template = PromptTemplate.parse("prompts/" + name + ".prompt", text, registry.definitions(null));
        return new PromptRenderer(registry.partials(null)).render(template, inputs, List.of());
    }

    /** The way in and out for prompts and cases of other tools. */
    public Exchange exchange() {
        return new Exchange(registry, this::dataset, providers::configured);
    }

    /** Names of the datasets of this workspace, sorted. */
    public List<String> datasets() {
        return datasets.names();
    }

    /** A dataset by name ({@code datasets/NAME.csv} or {@code .jsonl}) or by path. */
    public Dataset dataset(String nameOrPath) {
        return datasets.read(nameOrPath);
    }

    /** The file of a dataset, by name or path; throws {@link InputException} where there is none. */
    public Path datasetFile(String nameOrPath) {
        return datasets.file(nameOrPath);
    }

    /** The judges that the workspace keeps as files. */
    public JudgeFiles judges() {
        return new JudgeFiles(registry.root());
    }

    /** The experiments that are saved in the workspace. */
    public ExperimentFiles experiments() {
        return new ExperimentFiles(registry.root());
    }

    /** Runs an experiment to its end; interrupt the thread to stop it, finished cells are kept. */
    public Comparison compare(Experiment experiment, RunListener listener) {
        return compare(experiment, CellChoice.MISSING, new RunControl(), listener);
    }

    /** The same for some of its cells, in a run that can be paused. */
    public Comparison compare(Experiment experiment, CellChoice choice, RunControl control, RunListener listener) {
        return runner(experiment.settings(), Map.of()).run(experiment, choice, control, listener);
    }

    /**
     * Runs an experiment with texts that lie nowhere yet; the run keeps them as it keeps all others.
     *
     * @param texts whole prompt files by the refs that stand for them in the experiment; their names are those of prompts
     */
    public Comparison compare(
            Experiment experiment, Map<PromptRef, String> texts, RunControl control, RunListener listener) {
        return runner(experiment.settings(), texts).run(experiment, CellChoice.MISSING, control, listener);
    }

    /**
     * Runs what an earlier run lacks, under its own id; its finished cells are neither asked for nor paid for again.
     *
     * @param runId may be shortened to a unique beginning
     * @param budgetUsd another budget for the whole run in US dollars; null keeps the one that it began with
     */
    public Comparison resume(
            String runId, CellChoice choice, @Nullable BigDecimal budgetUsd, RunControl control, RunListener listener) {
        Run begun = run(runId);
        Run run = budgetUsd == null ? begun : begun.with(begun.settings().withBudget(budgetUsd));
        return runner(run.settings(), Map.of()).resume(run, choice, control, listener);
    }

    /**
     * Judges the answers of an earlier run anew, as a run of its own; nothing is generated again.
     *
     * @param runId may be shortened to a unique beginning
     * @param judge who judges where a model does, or null
     * @param budgetUsd what judging may cost in US dollars, or null
     */
    public Comparison rejudge(
            String runId,
            List<Metric> metrics,
            @Nullable ModelId judge,
            @Nullable BigDecimal budgetUsd,
            RunControl control,
            RunListener listener) {
        Run earlier = run(runId);
        return runner(earlier.settings(), Map.of()).rejudge(earlier, metrics, judge, budgetUsd, control, listener);
    }

    /**
     * Makes every call of an earlier run again, from the prompts, cases and judges that it began with, as a run of its
     * own that the cache answers nothing of.
     *
     * @param runId may be shortened to a unique beginning
     * @param budgetUsd what it may cost in US dollars, or null
     */
    public Comparison replay(String runId, @Nullable BigDecimal budgetUsd, RunControl control, RunListener listener) {
        return runner(RunSettings.UNKNOWN.uncached(), Map.of()).replay(run(runId), budgetUsd, control, listener);
    }

    /**
     * Asks the providers to leave off with the batches of a run that are not collected yet; what they have answered by
     * then comes when the run is resumed, and is paid for. Returns those batches.
     *
     * @param runId may be shortened to a unique beginning
     */
    public List<RunBatch> cancelBatches(String runId) {
        Run run = run(runId);
        return runner(run.settings(), Map.of()).cancelBatches(run.id());
    }

    /** An earlier run by its id, or by a unique beginning of it; throws {@link InputException} where there is none. */
    public Run run(String runId) {
        return history.run(runId)
                .orElseThrow(() -> new InputException(
                        "There is no run '" + runId + "': see assay runs list, or the history in the window"));
    }

    /** The cases of an earlier run, as they were when it began; none where an older Assay made it. */
    public List<TestCase> cases(String runId) {
        return TestCase.of(history.cases(run(runId).id()));
    }

    /** What a run of an experiment would take, told without a call. Throws what the run would throw at its beginning. */
    public RunEstimate estimate(Experiment experiment) {
        return estimate(experiment, Map.of());
    }

    /** The same with texts that lie nowhere yet, by the prompts that they stand for. */
    public RunEstimate estimate(Experiment experiment, Map<PromptRef, String> texts) {
        LlmProvider gateway = gateway();
        Predicate<ChatRequest> kept =
                experiment.settings().cache() ? cache.before(gateway, providers.configured())::knows : request -> false;
        return runner(new Answering(gateway, gateway), texts).estimate(experiment, tokens(), kept);
    }

    private ExperimentRunner runner(RunSettings settings, Map<PromptRef, String> texts) {
        return runner(routing.before(cache.before(door.open(null), providers.configured(), settings)), texts);
    }

    /** The budgets of the workspace and what was spent of them. */
    public Spending spending() {
        return new Spending(registry.root().resolve(BudgetsFile.FILE), history, this::prices, InstantSource.system());
    }

    private ExperimentRunner runner(Answering answering, Map<PromptRef, String> texts) {
        var ids = new RunIds(InstantSource.system(), new Random());
        var bench = new WorkspaceBench(registry, answering::judges, texts);
        return new ExperimentRunner(answering.answers(), prices(), history, bench, ids, spending());
    }

    /** The figures of an earlier run, from history. The id may be shortened to a unique beginning. */
    public Comparison comparison(String runId) {
        Run run = run(runId);
        return Comparison.of(run, history.cells(run.id()), Clusters.of(history.cases(run.id())));
    }

    @Override
    public void close() {
        watches.forEach(WorkspaceWatch::close);
        // Backwards, and each even where another fails.
        try (logs;
                registry;
                history) {
            providers.close();
            cache.close();
        }
    }
}
