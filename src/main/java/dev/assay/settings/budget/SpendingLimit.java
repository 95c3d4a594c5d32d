package dev.assay.settings.budget;

import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent in a time.
 *
 * @param per the time, which begins in UTC
 * @param usd US dollars, 0 or more
 * @param model of this model alone, or null for all
 * @param warnAt the part of it, above 0 and at most 1, from which on the user is warned
 */
public record SpendingLimit(
        Per per, BigDecimal usd, @Nullable ModelId model, double warnAt) {

    /** A time that begins again and again. */
    public enum Per {
        DAY,
        MONTH;

        /** The first day of the time that a day is in. */
        public LocalDate first(LocalDate day) {
            return this == DAY ? day : day.withDayOfMonth(1);
        }
    }

    public SpendingLimit {
        if (usd.signum() < 0 || !(warnAt > 0 && warnAt <= 1)) {
            throw new IllegalArgumentException("No limit of " + usd + " that warns at " + warnAt);
        }
    }

    /** {@code $5 a day for openai/gpt-4.1}. */
    @Override
    public String toString() {
        return "$" + usd.toPlainString() + " a " + per.name().toLowerCase(Locale.ROOT)
                + (model == null ? "" : " for " + model);
    }
}
