package dev.assay.history;

import dev.assay.llm.ChatRequest;
import dev.assay.pricing.Cost;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call to a model, as it is remembered.
 *
 * @param id unique
 * @param operation what it was for
 * @param metric what a judge's call was to judge, or null for an answer
 * @param startedAt when it was sent
 * @param request what was sent
 * @param outcome how it ended
 * @param cost what it cost, or null where that is not known
 * @param savedUsd what it would have cost if the cache had not answered, or null where it did not or that is not known
 * @param batch the provider's id of the batch that it was one of, or null where it was made by itself
 */
public record Invocation(
        String id,
        Operation operation,
        @Nullable String metric,
        Instant startedAt,
        ChatRequest request,
        Outcome outcome,
        @Nullable Cost cost,
        @Nullable BigDecimal savedUsd,
        @Nullable String batch) {

    /** A call that was made by itself. */
    public Invocation(
            String id,
            Operation operation,
            @Nullable String metric,
            Instant startedAt,
            ChatRequest request,
            Outcome outcome,
            @Nullable Cost cost,
            @Nullable BigDecimal savedUsd) {
        this(id, operation, metric, startedAt, request, outcome, cost, savedUsd, null);
    }

    /** A call that nothing was saved on. */
    public Invocation(
            String id,
            Operation operation,
            @Nullable String metric,
            Instant startedAt,
            ChatRequest request,
            Outcome outcome,
            @Nullable Cost cost) {
        this(id, operation, metric, startedAt, request, outcome, cost, null);
    }
}
