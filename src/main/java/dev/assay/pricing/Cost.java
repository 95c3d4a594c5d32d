package dev.assay.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a call cost.
 *
 * @param usd US dollars
 * @param price the price it was reckoned with, or null where the provider reported the cost itself
 */
public record Cost(BigDecimal usd, @Nullable Price price) {}
