package dev.assay.exchange.results.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them; what is not known is said so, never shown as zero. */
public final class Figures {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final String UNKNOWN = "unknown";
    private static final String NONE = "-";

    private Figures() {}

    /** An enum's name as JSON and tables show it: {@code too_close_to_call}. */
    public static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A score from 0 to 1 with three decimals. */
    public static String score(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A count of tokens with separators. */
    public static String tokens(@Nullable Long count) {
        return count == null ? UNKNOWN : String.format(Locale.ROOT, "%,d", count);
    }

    /** US dollars with four decimals; a cost below the last of them is not shown as nothing. */
    public static String dollars(@Nullable BigDecimal usd) {
        if (usd == null) {
            return UNKNOWN;
        }
        BigDecimal rounded = usd.setScale(4, RoundingMode.HALF_UP);
        return rounded.signum() == 0 && usd.signum() > 0 ? "<$0.0001" : "$" + rounded.toPlainString();
    }

    /** Milliseconds, with a decimal below ten, as seconds from ten seconds on. */
    public static String millis(@Nullable Double millis) {
        if (millis == null) {
            return NONE;
        }
        if (millis >= 10_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000);
        }
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    /** A time to the minute, in the zone of the user. */
    public static String localTime(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }
}
