package dev.assay.experiment;

import dev.assay.history.RunVariant;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one column.
 *
 * @param variant what was run
 * @param cases cells that ended, with or without an answer
 * @param scored cells that have every score asked for
 * @param errors cells that ended in an error
 * @param scores mean score by metric, 0 to 1; a metric that was never scored is absent
 * @param inputTokens sum over the answers, or null where any answer's count was not reported
 * @param outputTokens the same for the output
 * @param costUsd sum over the answers in US dollars, or null where any answer's cost is unknown
 * @param worthUsd the same as if no answer had come from the cache or from an earlier run, so that variants compare
 * @param judgeCostUsd the same for the judges' calls
 * @param latencyMsP50 median latency in milliseconds of the answers that a call was made for, or null where
 *     there is none
 * @param latencyMsP95 95th percentile (nearest rank) in milliseconds, or null
 */
public record VariantSummary(
        RunVariant variant,
        int cases,
        int scored,
        int errors,
        Map<String, Double> scores,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable BigDecimal costUsd,
        @Nullable BigDecimal worthUsd,
        @Nullable BigDecimal judgeCostUsd,
        @Nullable Double latencyMsP50,
        @Nullable Double latencyMsP95) {}
