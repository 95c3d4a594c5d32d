package dev.assay.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs, in US dollars per million tokens.
 *
 * @param inputPerMillion uncached input
 * @param outputPerMillion output, reasoning included
 * @param cachedInputPerMillion input read from the provider's cache, or null where it costs as uncached
 * @param cacheWritePerMillion input written to the provider's cache, or null where it costs as uncached
 */
public record Price(
        BigDecimal inputPerMillion,
        BigDecimal outputPerMillion,
        @Nullable BigDecimal cachedInputPerMillion,
        @Nullable BigDecimal cacheWritePerMillion) {}
