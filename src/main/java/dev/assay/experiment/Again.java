package dev.assay.experiment;

import dev.assay.history.Cell;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunCase;
import dev.assay.history.RunSettings;
import dev.assay.judge.Metric;
import dev.assay.llm.CacheStatus;
import dev.assay.llm.ModelId;
import dev.assay.pricing.Cost;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes runs from earlier ones. */
final class Again {
    private Again() {}

    /** The experiment of an earlier run, judged otherwise. */
    static Experiment judged(
            Run earlier,
            List<RunCase> cases,
            List<Metric> metrics,
            @Nullable ModelId judge,
            @Nullable BigDecimal budgetUsd) {
        return with(
                Remaining.experiment(earlier, cases),
                metrics,
                judge,
                earlier.settings().toTheEnd(budgetUsd));
    }

    /** The experiment of an earlier run, with every call made anew. */
    static Experiment replayed(Run earlier, List<RunCase> cases, @Nullable BigDecimal budgetUsd) {
        return with(
                Remaining.experiment(earlier, cases),
                earlier.measured(),
                earlier.judge(),
                earlier.settings().uncached().toTheEnd(budgetUsd));
    }

    private static Experiment with(
            Experiment experiment, List<Metric> metrics, @Nullable ModelId judge, RunSettings settings) {
        return new Experiment(
                experiment.title(),
                experiment.variants(),
                experiment.dataset(),
                metrics,
                judge,
                experiment.repeats(),
                settings);
    }

    /**
     * The cell of an earlier run before it was judged. Its answer is not paid for again, but says what it cost.
     *
     * @param id of the answer among all calls
     */
    static Cell unjudged(Cell cell, String id) {
        return new Cell(cell.key(), cell.inputs(), cell.expected(), kept(cell.answer(), id), List.of(), List.of());
    }

    private static Invocation kept(Invocation answer, String id) {
        Cost cost = answer.cost();
        boolean called = answer.outcome() instanceof Outcome.Completed completed
                && completed.response().cache() == CacheStatus.NONE;
        return new Invocation(
                id,
                answer.operation(),
                answer.metric(),
                answer.startedAt(),
                answer.request(),
                called && answer.outcome() instanceof Outcome.Completed completed
                        ? new Outcome.Completed(completed.response().withCache(CacheStatus.EARLIER))
                        : answer.outcome(),
                called ? new Cost(BigDecimal.ZERO, null) : cost,
                called ? (cost == null ? null : cost.usd()) : answer.savedUsd(),
                answer.batch());
    }
}
