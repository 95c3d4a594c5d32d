package dev.assay.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a call cost.
 *
 * @param usd US dollars
 * @param price the price it was reckoned with, or null where the provider reported the cost itself
 * @param listed what the price list says of the call, also where the provider reported another cost; null where the
 *     list does not have it
 */
public record Cost(
        BigDecimal usd, @Nullable Price price, @Nullable Listed listed) {

    /** A cost without a word from the price list. */
    public Cost(BigDecimal usd, @Nullable Price price) {
        this(usd, price, null);
    }
}
