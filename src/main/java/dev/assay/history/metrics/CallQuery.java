package dev.assay.history.metrics;

import dev.assay.llm.InputException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are looked at.
 *
 * @param since the first moment, or null for the beginning
 * @param until the first moment that is not meant any more, or null for no end
 */
public record CallQuery(@Nullable Instant since, @Nullable Instant until) {
    /** All calls. */
    public static final CallQuery ALL = new CallQuery(null, null);

    public CallQuery {
        if (since != null && until != null && !since.isBefore(until)) {
            throw new InputException("There is no time from " + since + " until " + until);
        }
    }
}
