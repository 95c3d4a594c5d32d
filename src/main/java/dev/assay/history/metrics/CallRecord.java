package dev.assay.history.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is reckoned with of one call. A figure that is not known is null.
 *
 * @param startedAt when it was sent
 * @param provider who was asked
 * @param model without the provider
 * @param operation what it was for, such as {@code chat} or {@code judge}
 * @param prompt the prompt under test, or null
 * @param error the class of its error, or null where it ended well
 * @param cached whether no call was made for it, as the answer was known
 * @param inputTokens sent
 * @param outputTokens generated
 * @param totalTokens both, where that is known
 * @param costUsd paid, in US dollars
 * @param savedUsd what it would have cost without the cache
 * @param latencyMs from the first byte sent to the last one read, in milliseconds
 * @param firstTokenMs to the first token, in milliseconds
 */
public record CallRecord(
        Instant startedAt,
        String provider,
        String model,
        String operation,
        @Nullable String prompt,
        @Nullable String error,
        boolean cached,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long totalTokens,
        @Nullable BigDecimal costUsd,
        @Nullable BigDecimal savedUsd,
        @Nullable Double latencyMs,
        @Nullable Double firstTokenMs) {}
