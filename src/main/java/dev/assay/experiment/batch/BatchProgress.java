package dev.assay.experiment.batch;

import dev.assay.llm.BatchState;
import dev.assay.llm.ModelId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a provider is with a batch of a run.
 *
 * @param id the provider's
 * @param model of all its requests
 * @param requests how many it has
 * @param sentAt when it was sent
 * @param state what the provider said when it was asked last, or null before
 * @param askedAt when that was, or when it was sent
 * @param next how long until it is asked again, or null where it is not
 * @param trouble why it could not be asked the last time, or null where it could
 */
public record BatchProgress(
        String id,
        ModelId model,
        int requests,
        Instant sentAt,
        @Nullable BatchState state,
        Instant askedAt,
        @Nullable Duration next,
        @Nullable String trouble) {

    /** Whether nothing more is to come of it. */
    public boolean isOver() {
        return state instanceof BatchState.Ended || state instanceof BatchState.Refused;
    }

    /** How many of its requests have ended as far as is known. */
    public int done() {
        return state == null ? 0 : Math.min(requests, state.counts().done());
    }
}
