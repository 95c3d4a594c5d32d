package dev.assay.ui.compare;

import dev.assay.experiment.CellChoice;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.TestCase;
import dev.assay.experiment.batch.BatchProgress;
import dev.assay.experiment.estimate.CostRange;
import dev.assay.experiment.estimate.RunEstimate;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.RunBatch;
import dev.assay.history.RunStatus;
import dev.assay.judge.Metric;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.pricing.Price;
import dev.assay.registry.git.PromptRevision;
import dev.assay.settings.CacheSettings;
import dev.assay.ui.results.Samples;
import dev.assay.workbench.experiments.SavedExperiment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A bench that answers at once; it is stopped after the first cell, or fails its second variant, if told so. */
class FakeBench implements Bench {
    final List<Experiment> ran = new ArrayList<>();
    static final ModelId PAID = ModelId.parse("acme/large");
    List<String> prompts = List.of("answer", "meeting/notes", "meeting/notes.detailed");
    List<String> datasets = List.of("handbook", "meetings");
    int stopAfter = Integer.MAX_VALUE;
    List<Metric> judges = List.of();
    Map<String, List<Metric>> metricsOfPrompts = Map.of();
    boolean failing;
    boolean cached;
    boolean semantic;
    final List<CellChoice> chosen = new ArrayList<>();
    final List<CellChoice> resumed = new ArrayList<>();
    final List<String> cancelled = new ArrayList<>();
    BigDecimal budget;
    Runnable afterFirstCell = () -> {};
    int cases = 3;
    final Map<String, SavedExperiment> saved = new TreeMap<>();
    List<BatchProgress> batches = List.of();
    final List<String> again = new ArrayList<>();
    final List<Experiment> estimated = new ArrayList<>();
    BigDecimal likely = new BigDecimal("0.1234");
    private Comparison last;

    @Override
    public List<Metric> judges() {
        return judges;
    }

    @Override
    public List<Metric> metricsOf(String prompt) {
        return metricsOfPrompts.getOrDefault(prompt, List.of());
    }

    @Override
    public List<String> prompts() {
        return prompts;
    }

    @Override
    public List<PromptRevision> revisions(String prompt) {
        return List.of(new PromptRevision(
                "1234567890123456789012345678901234567890", "Ann", "ann@example.org", Instant.EPOCH, "Shorten", "b"));
    }

    @Override
    public List<ModelId> models() {
        return List.of(Samples.BRIEF, Samples.THOROUGH, PAID);
    }

    @Override
    public Optional<Price> price(ModelId model) {
        return model.equals(Samples.BRIEF)
                ? Optional.of(new Price(new BigDecimal("0.20"), new BigDecimal("1.50"), null, null))
                : Optional.empty();
    }

    @Override
    public List<String> datasets() {
        return datasets;
    }

    @Override
    public Dataset dataset(String name) {
        if (name.equals("handbook")) {
            throw new InputException("datasets/handbook.csv:3:1: too few values");
        }
        return Samples.dataset(cases);
    }

    @Override
    public CacheSettings cache() {
        return CacheSettings.DEFAULTS;
    }

    @Override
    public List<String> savedNames() {
        return List.copyOf(saved.keySet());
    }

    @Override
    public SavedExperiment saved(String name) {
        return saved.get(name);
    }

    @Override
    public void save(String name, SavedExperiment comparison) {
        if (name.contains("/")) {
            throw new InputException("An experiment cannot be called '" + name + "'");
        }
        saved.put(name, comparison);
    }

    @Override
    public List<RunBatch> cancelBatches(String runId) {
        cancelled.add(runId);
        return List.of();
    }

    @Override
    public RunEstimate estimate(Experiment experiment) {
        estimated.add(experiment);
        var cost = new CostRange(new BigDecimal("0.08"), likely, new BigDecimal("0.2"));
        return new RunEstimate(
                experiment.cellCount(),
                ran.isEmpty() ? 0 : 2,
                0,
                2 * experiment.cellCount(),
                1234,
                cost,
                Duration.ofSeconds(40),
                likely == null ? RunEstimate.Basis.TOKENS : RunEstimate.Basis.HISTORY,
                List.of());
    }

    @Override
    public Comparison resume(
            String runId, CellChoice choice, BigDecimal budget, RunControl control, RunListener listener) {
        resumed.add(choice);
        this.budget = budget;
        return answer(ran.getLast(), listener);
    }

    @Override
    public Comparison rejudge(
            String runId,
            List<Metric> metrics,
            ModelId judge,
            BigDecimal budget,
            RunControl control,
            RunListener listener) {
        again.add("judge " + runId + " by " + judge + " for " + Metric.names(metrics));
        return answer(Samples.experiment(2), listener);
    }

    @Override
    public Comparison replay(String runId, BigDecimal budget, RunControl control, RunListener listener) {
        again.add("replay " + runId);
        return answer(Samples.experiment(2), listener);
    }

    @Override
    public List<TestCase> cases(String runId) {
        return Samples.dataset(cases).cases();
    }

    @Override
    public Comparison compare(Experiment experiment, CellChoice choice, RunControl control, RunListener listener) {
        ran.add(experiment);
        chosen.add(choice);
        return answer(experiment, listener);
    }

    private Comparison answer(Experiment experiment, RunListener listener) {
        listener.started(Samples.run(experiment, RunStatus.RUNNING));
        batches.forEach(listener::batch);
        List<Cell> cells = new ArrayList<>();
        for (int variant = 0; variant < experiment.variants().size(); variant++) {
            for (int testCase = 0; testCase < experiment.dataset().cases().size(); testCase++) {
                if (cells.size() == stopAfter) {
                    last = Samples.comparison(Samples.run(experiment, RunStatus.STOPPED), cells);
                    throw new CancelledException("Stopped");
                }
                var key = new CellKey(variant, testCase, 0);
                Cell cell = failing && variant == 1
                        ? Samples.failed(variant, testCase, "Too many calls")
                        : Samples.cell(variant, testCase, "Answer " + variant + testCase, 0.5);
                cell = cached ? Samples.cached(cell) : semantic ? Samples.semantic(cell) : cell;
                listener.cellStarted(key);
                listener.textArrived(key, "Answer");
                listener.judging(key);
                listener.cellFinished(cell);
                cells.add(cell);
                if (cells.size() == 1) {
                    afterFirstCell.run();
                }
            }
        }
        last = Samples.comparison(Samples.run(experiment, RunStatus.FINISHED), cells);
        return last;
    }

    @Override
    public Comparison comparison(String runId) {
        return last;
    }
}
