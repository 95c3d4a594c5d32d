package dev.assay.history;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of a run are made.
 *
 * @param concurrency cells at once, 1 or more
 * @param stream whether answers are streamed
 * @param cache whether what was answered before may be answered so again
 * @param similarity how similar a question must be, above 0 up to 1, for its answer to stand for another's; null where
 *     only that of an equal one does
 * @param budgetUsd what answers and judgements may cost together in US dollars before no more are begun, or null
 * @param stopWhenSettled the metric whose comparison ends the run once it is settled, or null
 * @param batch whether answers are asked for in batches where the provider offers that, at a lower price and later
 */
public record RunSettings(
        int concurrency,
        boolean stream,
        boolean cache,
        @Nullable Double similarity,
        @Nullable BigDecimal budgetUsd,
        @Nullable String stopWhenSettled,
        boolean batch) {
    /** Those of a run of which none were recorded. */
    public static final RunSettings UNKNOWN = new RunSettings(4, true, true, null, null);

    /** Settings of a run in which no answer stands for that of another question. */
    public RunSettings(
            int concurrency,
            boolean stream,
            boolean cache,
            @Nullable BigDecimal budgetUsd,
            @Nullable String stopWhenSettled) {
        this(concurrency, stream, cache, null, budgetUsd, stopWhenSettled, false);
    }

    /** Settings of a run whose calls are made one by one. */
    public RunSettings(
            int concurrency,
            boolean stream,
            boolean cache,
            @Nullable Double similarity,
            @Nullable BigDecimal budgetUsd,
            @Nullable String stopWhenSettled) {
        this(concurrency, stream, cache, similarity, budgetUsd, stopWhenSettled, false);
    }

    /** The same, where the answer to a question so similar may stand for another's; null for none. */
    public RunSettings withSimilarity(@Nullable Double least) {
        return new RunSettings(concurrency, stream, cache, least, budgetUsd, stopWhenSettled, batch);
    }

    /** The same, with answers asked for in batches or not. */
    public RunSettings withBatch(boolean use) {
        return new RunSettings(concurrency, stream, cache, similarity, budgetUsd, stopWhenSettled, use);
    }

    /** The same for a run that ends only with its last cell or its budget. */
    public RunSettings toTheEnd(@Nullable BigDecimal usd) {
        return new RunSettings(concurrency, stream, cache, similarity, usd, null, batch);
    }

    /** The same, with every call made whatever was answered before. */
    public RunSettings uncached() {
        return new RunSettings(concurrency, stream, false, null, budgetUsd, stopWhenSettled, batch);
    }

    /** The same with another budget, 0 or more. */
    public RunSettings withBudget(BigDecimal usd) {
        return new RunSettings(concurrency, stream, cache, similarity, usd, stopWhenSettled, batch);
    }

    public RunSettings {
        if (concurrency < 1) {
            throw new IllegalArgumentException("Concurrency is " + concurrency + " but must be 1 or more");
        }
        if (similarity != null && !(similarity > 0 && similarity <= 1)) {
            throw new IllegalArgumentException("Similarity is " + similarity + " but must be above 0 and at most 1");
        }
        if (similarity != null && !cache) {
            throw new IllegalArgumentException("Similar answers are of the cache, which is off");
        }
        if (batch && similarity != null) {
            throw new IllegalArgumentException("Similar answers stand for none that is asked for in a batch");
        }
        if (budgetUsd != null && budgetUsd.signum() < 0) {
            throw new IllegalArgumentException("Budget is " + budgetUsd + " but must be 0 or more");
        }
    }
}
