package dev.assay.history.metrics;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some calls took together.
 *
 * @param name what they have in common; empty for all, and for calls without a prompt
 * @param invocations all of them, failed and cached ones included
 * @param cached those that no call was made for
 * @param inputTokens sent, as far as that is known
 * @param outputTokens generated, as far as that is known
 * @param totalTokens both
 * @param costUsd paid, in US dollars, as far as prices are known
 * @param judgeCostUsd the part of it that judges took
 * @param savedUsd what the cache saved
 * @param unpriced calls that ended well and whose cost is not known
 * @param errors calls that failed, by the class of their error
 * @param latency of calls that were made, from the first byte sent to the last one read
 * @param firstToken of streamed answers
 * @param tokensPerSecond generated tokens by the time of their calls, or null where nothing is known of either
 */
public record CallFigures(
        String name,
        long invocations,
        long cached,
        long inputTokens,
        long outputTokens,
        long totalTokens,
        BigDecimal costUsd,
        BigDecimal judgeCostUsd,
        BigDecimal savedUsd,
        long unpriced,
        Map<String, Long> errors,
        Times latency,
        Times firstToken,
        @Nullable Double tokensPerSecond) {

    /**
     * Times in milliseconds, null where there are none. The mean is exact, the percentiles are off by at most
     * {@value LatencySketch#ERROR} of their value.
     */
    public record Times(
            @Nullable Double mean,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /** Number of calls that failed. */
    public long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The part that failed, from 0 to 1; 0 where there is none. */
    public double errorRate() {
        return invocations == 0 ? 0 : (double) failed() / invocations;
    }

    /** The part of the cost that judges took, from 0 to 1; 0 where nothing was paid. */
    public double judgeShare() {
        return costUsd.signum() == 0 ? 0 : judgeCostUsd.doubleValue() / costUsd.doubleValue();
    }
}
