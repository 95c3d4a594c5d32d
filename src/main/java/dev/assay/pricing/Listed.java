package dev.assay.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the price list says of a call.
 *
 * @param usd US dollars by that list
 * @param tier which of the row's prices applied
 * @param date when the row was looked up, or null where the row does not say
 */
public record Listed(BigDecimal usd, Tier tier, @Nullable LocalDate date) {}
