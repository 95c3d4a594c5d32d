package dev.assay.workbench.caching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Calls that begin alike, so that their provider could have read the beginning from its cache.
 *
 * @param asked what they were made for
 * @param calls how many begin so, 2 or more; measured
 * @param inTime of these, those that came while the provider would still have known it, five minutes after the one
 *     before; measured
 * @param tokens of the beginning
 * @param exact false where the tokens are an estimate
 * @param readTokens those that the provider said it read from its cache; measured
 * @param savedUsd what reading it each time would have saved further, an estimate that is below 0 where writing it costs
 *     more than reading it saves; null where the price of either is not known
 * @param caching how the provider keeps beginnings
 */
public record SharedBeginning(
        Asked asked,
        int calls,
        int inTime,
        int tokens,
        boolean exact,
        long readTokens,
        @Nullable BigDecimal savedUsd,
        PrefixCaching caching) {}
