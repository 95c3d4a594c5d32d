package dev.assay.ui.compare;

import dev.assay.experiment.CellChoice;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.TestCase;
import dev.assay.experiment.estimate.RunEstimate;
import dev.assay.history.RunBatch;
import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import dev.assay.pricing.Price;
import dev.assay.prompt.PromptRef;
import dev.assay.registry.PromptEntry;
import dev.assay.registry.git.PromptRevision;
import dev.assay.settings.CacheSettings;
import dev.assay.workbench.DefaultMetrics;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.experiments.ExperimentFiles;
import dev.assay.workbench.experiments.SavedExperiment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this screen needs of a workspace; all of it may be slow and throw {@link dev.assay.llm.AssayException}. */
public interface Bench {
    /** Names of the prompts that can run. */
    List<String> prompts();

    /** The commits of a prompt, newest first. */
    List<PromptRevision> revisions(String prompt);

    /** The models to choose from. */
    List<ModelId> models();

    /** What a model costs, or empty where that is not known. */
    Optional<Price> price(ModelId model);

    /** Names of the datasets. */
    List<String> datasets();

    /** A dataset by name. */
    Dataset dataset(String name);

    /** The metrics of the workspace's own judges that are in order. */
    List<Metric> judges();

    /** What a prompt says is measured of its answers; none where it says nothing. */
    List<Metric> metricsOf(String prompt);

    /** How the cache is used where the user says nothing. */
    CacheSettings cache();

    /** Names of the comparisons that are saved. */
    List<String> savedNames();

    /** A saved comparison. */
    SavedExperiment saved(String name);

    /** Saves a comparison under a name, in place of what is there. */
    void save(String name, SavedExperiment comparison);

    /** What a run would take. */
    RunEstimate estimate(Experiment experiment);

    /** Runs to the end, or the chosen cells alone; an interrupt stops it. */
    Comparison compare(Experiment experiment, CellChoice choice, RunControl control, RunListener listener);

    /**
     * Runs what a run of history lacks.
     *
     * @param budget another one in US dollars, or null for the one that it has
     */
    Comparison resume(
            String runId, CellChoice choice, @Nullable BigDecimal budget, RunControl control, RunListener listener);

    /**
     * Judges the answers of a run of history anew.
     *
     * @param judge who judges where a model does, or null
     * @param budget what it may cost in US dollars, or null
     */
    Comparison rejudge(
            String runId,
            List<Metric> metrics,
            @Nullable ModelId judge,
            @Nullable BigDecimal budget,
            RunControl control,
            RunListener listener);

    /** Makes all calls of a run of history again. */
    Comparison replay(String runId, @Nullable BigDecimal budget, RunControl control, RunListener listener);

    /** The cases of a run of history. */
    List<TestCase> cases(String runId);

    /** What history holds of a run. */
    Comparison comparison(String runId);

    /** Has providers leave off with the batches of a run; returns those. */
    List<RunBatch> cancelBatches(String runId);

    /** The bench of an open workspace. */
    static Bench of(Workbench workbench) {
        return new Bench() {
            @Override
            public List<String> prompts() {
                return workbench.registry().list().stream()
                        .filter(entry -> !entry.isPartial())
                        .map(PromptEntry::name)
                        .toList();
            }

            @Override
            public List<PromptRevision> revisions(String prompt) {
                return workbench.registry().log(prompt);
            }

            @Override
            public List<ModelId> models() {
                return workbench.models();
            }

            @Override
            public Optional<Price> price(ModelId model) {
                return workbench.pricesForDisplay().priceOf(model);
            }

            @Override
            public List<String> datasets() {
                return workbench.datasets();
            }

            @Override
            public Dataset dataset(String name) {
                return workbench.dataset(name);
            }

            @Override
            public List<Metric> judges() {
                return workbench.judges().usable();
            }

            @Override
            public List<Metric> metricsOf(String prompt) {
                return DefaultMetrics.of(List.of(PromptRef.parse(prompt)), workbench);
            }

            @Override
            public CacheSettings cache() {
                return workbench.cache().settings();
            }

            @Override
            public List<String> savedNames() {
                return workbench.experiments().names();
            }

            @Override
            public SavedExperiment saved(String name) {
                return ExperimentFiles.read(workbench.experiments().file(name), workbench.judges());
            }

            @Override
            public void save(String name, SavedExperiment comparison) {
                workbench.experiments().write(name, comparison);
            }

            @Override
            public RunEstimate estimate(Experiment experiment) {
                return workbench.estimate(experiment);
            }

            @Override
            public Comparison compare(
                    Experiment experiment, CellChoice choice, RunControl control, RunListener listener) {
                return workbench.compare(experiment, choice, control, listener);
            }

            @Override
            public Comparison resume(
                    String runId,
                    CellChoice choice,
                    @Nullable BigDecimal budget,
                    RunControl control,
                    RunListener listener) {
                return workbench.resume(runId, choice, budget, control, listener);
            }

            @Override
            public Comparison rejudge(
                    String runId,
                    List<Metric> metrics,
                    @Nullable ModelId judge,
                    @Nullable BigDecimal budget,
                    RunControl control,
                    RunListener listener) {
                return workbench.rejudge(runId, metrics, judge, budget, control, listener);
            }

            @Override
            public Comparison replay(
                    String runId, @Nullable BigDecimal budget, RunControl control, RunListener listener) {
                return workbench.replay(runId, budget, control, listener);
            }

            @Override
            public List<RunBatch> cancelBatches(String runId) {
                return workbench.cancelBatches(runId);
            }

            @Override
            public List<TestCase> cases(String runId) {
                return workbench.cases(runId);
            }

            @Override
            public Comparison comparison(String runId) {
                return workbench.comparison(runId);
            }
        };
    }
}
