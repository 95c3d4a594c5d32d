package dev.assay.pricing;

import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a price list.
 *
 * @param model which model, {@code *} for every model of the provider
 * @param from first day of the price, or null where it is open
 * @param to last day of the price, or null where it is open
 * @param base the price of ordinary calls
 * @param longFrom inputs of more tokens than this are billed at {@code above}; ignored where that is null
 * @param above the long-context price, or null where there is none
 * @param batch what the provider's batch service charges, or null where that is not known
 * @param cacheWriteHour an entry kept in the provider's cache for an hour, in US dollars per million tokens, or null
 * @param retires the model's last day, or null where none is announced
 * @param source where the row was looked up; may be empty
 * @param date when it was looked up, or null
 * @param aliases further names of the model; may be empty
 * @param own whether the row is the workspace's own
 */
public record PriceRow(
        ModelId model,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Price base,
        long longFrom,
        @Nullable Price above,
        @Nullable Price batch,
        @Nullable BigDecimal cacheWriteHour,
        @Nullable LocalDate retires,
        String source,
        @Nullable LocalDate date,
        List<String> aliases,
        boolean own) {
    /** Rows that were looked up longer ago than this may be out of date. */
    public static final int STALE_AFTER_DAYS = 180;

    public PriceRow {
        aliases = List.copyOf(aliases);
    }

    /** Whether the price holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether the row was looked up so long ago that it may be out of date. */
    public boolean isStale(LocalDate today) {
        return date != null && date.plusDays(STALE_AFTER_DAYS).isBefore(today);
    }

    /** Whether the model's last day is over. */
    public boolean isRetired(LocalDate today) {
        return retires != null && retires.isBefore(today);
    }

    /** Whether calls cost nothing. */
    public boolean isFree() {
        return above == null
                && base.inputPerMillion().signum() == 0
                && base.outputPerMillion().signum() == 0;
    }

    /** The tier of a call with so many input tokens: the whole request moves to it, not the excess. */
    Tier tier(long inputTokens) {
        return above != null && inputTokens > longFrom ? Tier.LONG_CONTEXT : Tier.STANDARD;
    }

    Price price(Tier tier) {
        return tier == Tier.LONG_CONTEXT && above != null ? above : base;
    }
}
