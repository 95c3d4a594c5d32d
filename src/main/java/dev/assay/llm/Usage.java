package dev.assay.llm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of one call as the provider counted them. A null count was not reported; it is never zero instead.
 *
 * @param inputTokens everything sent, cached or not
 * @param outputTokens everything generated, reasoning included
 * @param cachedInputTokens the part of {@code inputTokens} read from the provider's cache
 * @param cacheWriteTokens the part of {@code inputTokens} written to the provider's cache
 * @param reasoningTokens the part of {@code outputTokens} spent on reasoning
 * @param reportedCostUsd what the provider says the call cost, in US dollars
 * @param billedInputTokens input that is charged where that is another number than {@code inputTokens}, else null
 * @param billedOutputTokens the same of the output
 * @param raw the provider's own words for all this, JSON text, or null where it reported nothing
 */
public record Usage(
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long cachedInputTokens,
        @Nullable Long cacheWriteTokens,
        @Nullable Long reasoningTokens,
        @Nullable BigDecimal reportedCostUsd,
        @Nullable Long billedInputTokens,
        @Nullable Long billedOutputTokens,
        @Nullable String raw) {

    /** The provider reported nothing. */
    public static final Usage UNKNOWN = new Usage(null, null, null, null, null, null);

    /** A usage without the provider's own words. */
    public Usage(
            @Nullable Long inputTokens,
            @Nullable Long outputTokens,
            @Nullable Long cachedInputTokens,
            @Nullable Long cacheWriteTokens,
            @Nullable Long reasoningTokens,
            @Nullable BigDecimal reportedCostUsd) {
        this(
                inputTokens,
                outputTokens,
                cachedInputTokens,
                cacheWriteTokens,
                reasoningTokens,
                reportedCostUsd,
                null,
                null,
                null);
    }

    /** The same, with the provider's own words. */
    public Usage withRaw(@Nullable String json) {
        return new Usage(
                inputTokens,
                outputTokens,
                cachedInputTokens,
                cacheWriteTokens,
                reasoningTokens,
                reportedCostUsd,
                billedInputTokens,
                billedOutputTokens,
                json);
    }

    /** The same, charged by other numbers. */
    public Usage withBilled(@Nullable Long input, @Nullable Long output) {
        return new Usage(
                inputTokens,
                outputTokens,
                cachedInputTokens,
                cacheWriteTokens,
                reasoningTokens,
                reportedCostUsd,
                input,
                output,
                raw);
    }

    /** A plain count of input and output. */
    public static Usage of(long inputTokens, long outputTokens) {
        return new Usage(inputTokens, outputTokens, null, null, null, null);
    }
}
