package dev.assay.history.recording;

import dev.assay.history.Invocation;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.RawExchange;
import dev.assay.pricing.PriceTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of calls.
 *
 * @param prices what they cost
 */
public record CallRecorder(PriceTable prices) {

    /**
     * A record; nothing is spent on what a cache answered, but saved.
     *
     * @param metric what a judge's call was to judge, or null
     */
    public Invocation record(
            String id,
            Operation operation,
            @Nullable String metric,
            Instant startedAt,
            ChatRequest request,
            Outcome outcome) {
        Charge charge = outcome instanceof Outcome.Completed completed
                ? Charge.of(
                        completed.response(), request.model(), prices, LocalDate.ofInstant(startedAt, ZoneOffset.UTC))
                : Charge.UNKNOWN;
        return new Invocation(id, operation, metric, startedAt, request, outcome, charge.cost(), charge.savedUsd());
    }

    /**
     * A record of an answer, or a failure, that came in a batch.
     *
     * @param sentAt when the batch was sent
     * @param batch the provider's id of it
     */
    public Invocation inBatch(String id, Instant sentAt, ChatRequest request, Outcome outcome, String batch) {
        Charge charge = outcome instanceof Outcome.Completed completed
                ? Charge.inBatch(
                        completed.response(), request.model(), prices, LocalDate.ofInstant(sentAt, ZoneOffset.UTC))
                : Charge.UNKNOWN;
        return new Invocation(
                id, Operation.CHAT, null, sentAt, request, outcome, charge.cost(), charge.savedUsd(), batch);
    }

    /** The end of a call that the provider, or the way to it, let fail. */
    public static Outcome.Failed failed(LlmException e, Duration elapsed) {
        LlmException.Detail detail = e.detail();
        return new Outcome.Failed(
                e.errorType(),
                e.getMessage(),
                detail.httpStatus(),
                detail.partialText(),
                detail.raw(),
                elapsed,
                detail.failedAttempts());
    }

    /** The end of a call that was refused before it was sent. */
    public static Outcome.Failed rejected(InputException e, Duration elapsed) {
        return new Outcome.Failed("rejected", e.getMessage(), null, "", RawExchange.NONE, elapsed);
    }
}
