package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.Run;
import dev.assay.history.RunCase;
import dev.assay.history.RunHistory;
import dev.assay.history.RunStatus;
import dev.assay.llm.CancelledException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.StorageException;
import dev.assay.pricing.PriceTable;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs experiments: renders, asks, has the answers judged, and writes each finished cell to history at once.
 * Thread-safe.
 */
public final class ExperimentRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ExperimentRunner.class);

    private final LlmProvider provider;
    private final CellRunner cellRunner;
    private final RunHistory history;
    private final Bench bench;
    private final RunIds ids;

    public ExperimentRunner(LlmProvider provider, PriceTable prices, RunHistory history, Bench bench, RunIds ids) {
        this.provider = provider;
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
        return run(experiment, Plan.of(experiment, provider, bench), listener);
    }

    Comparison run(Experiment experiment, Plan plan, RunListener listener) {
        Run run = recorded(experiment, plan);
        var guarded = new GuardedListener(listener);
        history.start(run, cases(experiment.dataset()), plan.sources());
        LOG.info("Run {} starts: {} cells of {}", run.id(), plan.cells().size(), run.title());
        guarded.started(run);
        try {
            dispatch(experiment, plan, run, guarded);
        } catch (RuntimeException failure) {
            stopAfter(failure, run, guarded);
            throw failure;
        }
        return Comparison.of(finish(run, RunStatus.FINISHED, guarded), history.cells(run.id()));
    }

    private void dispatch(Experiment experiment, Plan plan, Run run, RunListener listener) {
        var dispatch = new Dispatch(experiment.settings().concurrency(), cell -> {
            Cell finished = cellRunner.run(cell, plan.judges(), listener);
            return () -> {
                history.append(run.id(), finished);
                listener.cellFinished(finished);
            };
        });
        try {
            dispatch.all(plan.cells());
        } catch (InterruptedException e) {
            // The flag stays down: whoever hears the exception still has to read the finished cells from disk.
            throw new CancelledException("Stopped; the finished cells are kept in run " + run.id());
        }
    }

    private Run finish(Run run, RunStatus status, RunListener listener) {
        Instant now = ids.now();
        Run ended = run.ended(status, null, now);
        history.finish(run.id(), status, null, now);
        LOG.info("Run {} has ended: {}", run.id(), status);
        listener.finished(ended);
        return ended;
    }

    private void stopAfter(RuntimeException failure, Run run, RunListener listener) {
        try {
            finish(run, RunStatus.STOPPED, listener);
        } catch (StorageException e) {
            failure.addSuppressed(e);
        }
    }

    private Run recorded(Experiment experiment, Plan plan) {
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
                null);
    }

    private static List<RunCase> cases(Dataset dataset) {
        return dataset.cases().stream()
                .map(one ->
                        new RunCase(one.index(), one.inputs(), one.expected(), one.line(), one.tags(), one.cluster()))
                .toList();
    }
}
