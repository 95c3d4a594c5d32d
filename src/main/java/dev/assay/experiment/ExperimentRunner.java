package dev.assay.experiment;

import dev.assay.experiment.batch.BatchPace;
import dev.assay.experiment.estimate.Estimator;
import dev.assay.experiment.estimate.RunEstimate;
import dev.assay.experiment.estimate.VariantCalls;
import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.history.RunBatch;
import dev.assay.history.RunCase;
import dev.assay.history.RunHistory;
import dev.assay.history.RunOrigin;
import dev.assay.history.RunSource;
import dev.assay.history.RunStatus;
import dev.assay.history.StopReason;
import dev.assay.history.recording.CallRecorder;
import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCounter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs experiments: renders, asks, has the answers judged, and writes each finished cell to history at once.
 * Thread-safe.
 */
public final class ExperimentRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ExperimentRunner.class);

    private final LlmProvider provider;
    private final PriceTable prices;
    private final CellRunner cellRunner;
    private final RunHistory history;
    private final Bench bench;
    private final RunIds ids;
    private final Budgets budgets;
    private final RunBatches batches;

    /** Runs that nothing but their own budgets limits. */
    public ExperimentRunner(LlmProvider provider, PriceTable prices, RunHistory history, Bench bench, RunIds ids) {
        this(provider, prices, history, bench, ids, Purse.UNLIMITED);
    }

    /** @param purse what all runs together may spend */
    public ExperimentRunner(
            LlmProvider provider, PriceTable prices, RunHistory history, Bench bench, RunIds ids, Purse purse) {
        this(provider, prices, history, bench, ids, purse, BatchPace.USUAL);
    }

    /** @param pace how often a provider is asked how far a batch is */
    ExperimentRunner(
            LlmProvider provider,
            PriceTable prices,
            RunHistory history,
            Bench bench,
            RunIds ids,
            Purse purse,
            BatchPace pace) {
        this.batches = new RunBatches(provider, history, new CallRecorder(prices), ids, pace);
        this.budgets = new Budgets(provider, prices, purse, batches);
        this.provider = provider;
        this.prices = prices;
        this.cellRunner = new CellRunner(provider, prices, ids);
        this.history = history;
        this.bench = bench;
        this.ids = ids;
    }

    /**
     * Runs an experiment to its end. Everything that can be checked without a call is checked first, so that a mistake
     * costs nothing. A call that fails fails its cell only. Interrupting the thread stops the run: calls under way are
     * cancelled, finished cells are kept and stay readable from history by the run's id.
     *
     * @throws dev.assay.llm.InputException where a prompt, a case, a model or a metric cannot be used; nothing was sent
     * @throws CancelledException where the thread was interrupted
     * @throws dev.assay.llm.StorageException where a finished cell could not be written; the run is stopped
     */
    public Comparison run(Experiment experiment, RunListener listener) {
        return run(experiment, CellChoice.MISSING, new RunControl(), listener);
    }

    /**
     * The same for some of the cells, in a run that can be paused.
     *
     * @param choice where it leaves cells out, the run ends as stopped, and can be resumed
     */
    public Comparison run(Experiment experiment, CellChoice choice, RunControl control, RunListener listener) {
        return run(experiment, choice, Plan.of(experiment, provider::requireModel, bench), null, control, listener);
    }

    Comparison run(
            Experiment experiment,
            CellChoice choice,
            Plan whole,
            @Nullable RunOrigin origin,
            RunControl control,
            RunListener listener) {
        Run run = recorded(experiment, whole, origin);
        Plan plan = whole.withCells(Remaining.cells(whole, List.of(), run.metrics(), choice));
        var course = budgets.course(experiment, run, control, List.of());
        BatchShare share = batches.share(experiment, run, plan.cells(), course);
        history.start(run, cases(experiment.dataset()), plan.sources());
        LOG.info("Run {} starts: {} cells of {}", run.id(), plan.cells().size(), run.title());
        return carryOut(run, plan, share, List.of(), course, new GuardedListener(listener));
    }

    /**
     * Runs what a run of history still lacks, from the prompts, cases and settings that it began with; finished cells
     * are neither asked for nor paid for again.
     *
     * @param choice failures of cells that are asked for again are forgotten
     * @throws dev.assay.llm.InputException where it lacks nothing, or where an older Assay did not keep what is needed
     */
    public Comparison resume(Run run, CellChoice choice, RunControl control, RunListener listener) {
        Experiment experiment = Remaining.experiment(run, history.cases(run.id()));
        return resume(run, experiment, planAsBegun(experiment, run), choice, control, listener);
    }

    Comparison resume(
            Run run, Experiment experiment, Plan whole, CellChoice choice, RunControl control, RunListener listener) {
        List<Cell> ended = history.cells(run.id());
        Plan plan = whole.withCells(Remaining.cells(whole, ended, run.metrics(), choice));
        if (plan.cells().isEmpty()) {
            throw new InputException("Run " + run.id() + " lacks nothing: all its cells have ended"
                    + (choice.failedToo() ? " well" : "; retry those that failed with --retry-errors"));
        }
        var course = budgets.course(experiment, run, control, ended);
        BatchShare share = batches.share(experiment, run, plan.cells(), course);
        history.resume(run.id());
        LOG.info("Run {} goes on: {} cells", run.id(), plan.cells().size());
        Run again = run.ended(RunStatus.RUNNING, null, null);
        return carryOut(again, plan, share, plan.untouched(ended), course, new GuardedListener(listener));
    }

    /**
     * Judges the answers of an earlier run anew, as a run of its own: nothing is generated again.
     *
     * @param metrics what to measure now
     * @param judge who judges where a model does, or null
     * @param budgetUsd what judging may cost, or null
     * @throws dev.assay.llm.InputException where it has no answers, or where an older Assay did not keep what is needed
     */
    public Comparison rejudge(
            Run earlier,
            List<Metric> metrics,
            @Nullable ModelId judge,
            @Nullable BigDecimal budgetUsd,
            RunControl control,
            RunListener listener) {
        if (metrics.isEmpty()) {
            throw new InputException("Run " + earlier.id() + " cannot be judged by nothing: name what to measure");
        }
        List<RunCase> cases = history.cases(earlier.id());
        Experiment experiment = Again.judged(earlier, cases, metrics, judge, budgetUsd);
        Plan whole = planAsBegun(experiment, earlier);
        List<Cell> answers = history.cells(earlier.id()).stream()
                .map(cell -> Again.unjudged(cell, ids.invocationId()))
                .toList();
        List<Plan.PlannedCell> judged =
                Remaining.cells(whole, answers, Metric.names(metrics), CellChoice.MISSING).stream()
                        .filter(cell -> cell.begun() != null)
                        .toList();
        if (judged.isEmpty()) {
            throw new InputException("Run " + earlier.id() + " has no answers that could be judged");
        }
        Run run = recorded(experiment, whole, new RunOrigin(RunOrigin.Kind.REJUDGED, earlier.id()));
        Plan plan = whole.withCells(judged);
        var course = budgets.course(experiment, run, control, answers);
        history.start(run, cases, plan.sources());
        history.copy(run.id(), answers);
        LOG.info("Run {} judges {} answers of {} anew", run.id(), judged.size(), earlier.id());
        BatchShare share = BatchShare.alone(plan.cells());
        return carryOut(run, plan, share, plan.untouched(answers), course, new GuardedListener(listener));
    }

    /**
     * Makes every call of an earlier run again, from the prompts and cases that it began with, as a run of its own.
     *
     * @param budgetUsd what it may cost, or null
     * @throws dev.assay.llm.InputException where an older Assay did not keep what is needed
     */
    public Comparison replay(Run earlier, @Nullable BigDecimal budgetUsd, RunControl control, RunListener listener) {
        Experiment experiment = Again.replayed(earlier, history.cases(earlier.id()), budgetUsd);
        return run(
                experiment,
                CellChoice.MISSING,
                planAsBegun(experiment, earlier),
                new RunOrigin(RunOrigin.Kind.REPLAYED, earlier.id()),
                control,
                listener);
    }

    /** The plan with the prompts as they were when an earlier run began. */
    private Plan planAsBegun(Experiment experiment, Run earlier) {
        List<RunSource> sources = history.sources(earlier.id());
        return Plan.of(
                experiment,
                provider::requireModel,
                bench,
                variant -> Sources.prompt(variant, earlier.variants().get(variant), sources));
    }

    /**
     * What a whole run of an experiment would take. Makes no call and needs no key; what else a run refuses before its
     * first call is refused here too.
     *
     * @param tokens counts those of the prompts
     * @param kept whether the cache would answer a request
     */
    public RunEstimate estimate(Experiment experiment, TokenCounter tokens, Predicate<ChatRequest> kept) {
        Plan plan = Plan.of(experiment, this::requireName, bench);
        Set<ModelId> batched = batches.models(experiment);
        List<VariantCalls> variants = new ArrayList<>();
        for (int i = 0; i < plan.variants().size(); i++) {
            int variant = i;
            ModelId model = plan.variants().get(i).model();
            variants.add(new VariantCalls(
                    plan.variants().get(i).prompt(),
                    model,
                    batched.contains(model),
                    plan.cells().stream()
                            .filter(cell -> cell.key().variant() == variant)
                            .map(Plan.PlannedCell::request)
                            .toList()));
        }
        return new Estimator(prices, tokens, kept, history::pastCalls)
                .estimate(
                        variants,
                        Budgets.judges(experiment),
                        experiment.settings().concurrency());
    }

    /**
     * Asks the providers to leave off with the batches of a run that are not collected. What they have answered by then
     * comes when the run goes on, and is paid for.
     *
     * @return those batches; empty where there are none
     */
    public List<RunBatch> cancelBatches(String runId) {
        return batches.cancel(runId);
    }

    private void requireName(ModelId model) {
        try {
            provider.requireModel(model);
        } catch (LlmException e) {
            LOG.debug("Not ready to be asked: {}", e.getMessage());
        }
    }

    private Comparison carryOut(
            Run run, Plan plan, BatchShare share, List<Cell> kept, RunCourse course, RunListener listener) {
        listener.started(run);
        if (!kept.isEmpty()) {
            listener.kept(kept);
        }
        Optional<StopReason> stop;
        try {
            stop = dispatch(plan, share, run, new Baselines(plan.cells(), kept), course, listener);
        } catch (RuntimeException failure) {
            stopAfter(failure, run, listener);
            throw failure;
        }
        boolean whole = kept.size() + plan.cells().size() == run.cellCount();
        StopReason reason = stop.orElse(whole ? null : StopReason.CHOICE);
        RunStatus status = reason == null ? RunStatus.FINISHED : RunStatus.STOPPED;
        return Comparison.of(
                finish(run, status, reason, listener), history.cells(run.id()), Clusters.of(history.cases(run.id())));
    }

    private Optional<StopReason> dispatch(
            Plan plan, BatchShare share, Run run, Baselines baselines, RunCourse course, RunListener listener) {
        var log = new CellLog(history, run.id());
        var dispatch = new Dispatch(run.settings().concurrency(), cell -> {
            try {
                Cell finished = cellRunner.run(cell, plan.judges(), baselines, listener, log);
                return () -> record(finished, plan, run, course, listener);
            } catch (RuntimeException | Error e) {
                course.abandoned(cell.key());
                baselines.abandoned(cell.key());
                throw e;
            }
        });
        try {
            return dispatch.all(source(plan, share, run, baselines, course, listener), course);
        } catch (InterruptedException e) {
            // The flag stays down: whoever hears the exception still has to read the finished cells from disk.
            throw new CancelledException("Stopped; the finished cells are kept in run " + run.id());
        }
    }

    private CellSource source(
            Plan plan, BatchShare share, Run run, Baselines baselines, RunCourse course, RunListener listener) {
        if (!share.hasBatches()) {
            return CellSource.of(share.alone());
        }
        var turns = new Turns(plan.judges().stream().anyMatch(Judge::isPairwise), share.alone());
        var cells = new BatchedCells(batches, run, turns, listener, cell -> {
            baselines.answered(cell);
            boolean judged = CellRunner.isJudged(cell, plan.judges());
            if (judged) {
                course.answered(cell);
            } else {
                course.ended(cell);
                listener.cellFinished(cell);
            }
            return judged;
        });
        cells.send(share);
        return cells;
    }

    private void record(Cell finished, Plan plan, Run run, RunCourse course, RunListener listener) {
        try {
            if (!CellRunner.isJudged(finished, plan.judges())) {
                history.append(run.id(), finished);
            }
        } catch (RuntimeException | Error e) {
            course.abandoned(finished.key());
            throw e;
        }
        course.ended(finished);
        listener.cellFinished(finished);
    }

    private Run finish(Run run, RunStatus status, @Nullable StopReason reason, RunListener listener) {
        Instant now = ids.now();
        Run ended = run.ended(status, reason, now);
        history.finish(run.id(), status, reason, now);
        LOG.info("Run {} has ended: {}", run.id(), status);
        listener.finished(ended);
        return ended;
    }

    private void stopAfter(RuntimeException failure, Run run, RunListener listener) {
        try {
            boolean wished = failure instanceof CancelledException;
            finish(run, RunStatus.STOPPED, wished ? StopReason.USER : StopReason.FAILURE, listener);
        } catch (StorageException e) {
            failure.addSuppressed(e);
        }
    }

    private Run recorded(Experiment experiment, Plan plan, @Nullable RunOrigin origin) {
        Instant now = ids.now();
        return new Run(
                ids.runId(now),
                experiment.title(),
                now,
                null,
                RunStatus.RUNNING,
                null,
                plan.variants(),
                experiment.dataset().name(),
                experiment.dataset().hash(),
                experiment.dataset().cases().size(),
                experiment.repeats(),
                experiment.metrics(),
                experiment.judge(),
                experiment.settings(),
                origin);
    }

    private static List<RunCase> cases(Dataset dataset) {
        return dataset.cases().stream()
                .map(one ->
                        new RunCase(one.index(), one.inputs(), one.expected(), one.line(), one.tags(), one.cluster()))
                .toList();
    }
}
