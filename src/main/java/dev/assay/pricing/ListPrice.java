package dev.assay.pricing;

import org.jspecify.annotations.Nullable;

/**
 * One row of the price list.
 *
 * @param base the price of ordinary inputs
 * @param longFrom inputs of more tokens than this are billed at {@code above}; ignored where that is null
 * @param above the long-context price, or null where there is none
 */
record ListPrice(Price base, long longFrom, @Nullable Price above) {

    /** The price of a call with so many input tokens: the whole request moves to the tier, not the excess. */
    Price forInput(long inputTokens) {
        return above != null && inputTokens > longFrom ? above : base;
    }
}
