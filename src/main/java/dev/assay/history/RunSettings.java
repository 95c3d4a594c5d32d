package dev.assay.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a run are made.
 *
 * @param concurrency cells at once, 1 or more
 * @param stream whether answers are streamed
 * @param cache whether what was answered before may be answered so again
 * @param budgetUsd what answers and judgements may cost together in US dollars before no more are begun, or null
 * @param stopWhenSettled the metric whose comparison ends the run once it is settled, or null
 */
public record RunSettings(
        int concurrency,
        boolean stream,
        boolean cache,
        @Nullable BigDecimal budgetUsd,
        @Nullable String stopWhenSettled) {
    /** Those of a run of which none were recorded. */
    public static final RunSettings UNKNOWN = new RunSettings(4, true, true, null, null);

    /** The same for a run that ends only with its last cell or its budget. */
    public RunSettings toTheEnd(@Nullable BigDecimal usd) {
        return new RunSettings(concurrency, stream, cache, usd, null);
    }

    /** The same, with every call made whatever was answered before. */
    public RunSettings uncached() {
        return new RunSettings(concurrency, stream, false, budgetUsd, stopWhenSettled);
    }

    /** The same with another budget, 0 or more. */
    public RunSettings withBudget(BigDecimal usd) {
        return new RunSettings(concurrency, stream, cache, usd, stopWhenSettled);
    }

    public RunSettings {
        if (concurrency < 1) {
            throw new IllegalArgumentException("Concurrency is " + concurrency + " but must be 1 or more");
        }
        if (budgetUsd != null && budgetUsd.signum() < 0) {
            throw new IllegalArgumentException("Budget is " + budgetUsd + " but must be 0 or more");
        }
    }
}
