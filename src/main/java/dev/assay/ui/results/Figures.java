package dev.assay.ui.results;

import dev.assay.ui.fx.Messages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Writes figures the same way everywhere. What is not known is said to be unknown, never zero. */
public final class Figures {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Figures() {}

    /** Milliseconds as {@code 0.4 ms}, {@code 85 ms} or {@code 1.2 s}. */
    public static String duration(@Nullable Double millis) {
        if (millis == null) {
            return Messages.get("figure.unknown");
        }
        if (millis >= 1000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000);
        }
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    /** The same of a duration. */
    public static String duration(@Nullable Duration duration) {
        return duration(duration == null ? null : Double.valueOf(duration.toNanos() / 1e6));
    }

    /** A time to wait, by the second: {@code 1m10s}. */
    public static String wait(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%dm%02ds", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%dh%02dm", minutes / 60, minutes % 60);
    }

    /** US dollars: cents from one dollar up, else two significant digits. */
    public static String cost(@Nullable BigDecimal usd) {
        if (usd == null) {
            return Messages.get("figure.cost.unknown");
        }
        if (usd.signum() == 0) {
            return "$0";
        }
        BigDecimal rounded = usd.compareTo(CENT) >= 0
                ? usd.setScale(usd.compareTo(BigDecimal.ONE) >= 0 ? 2 : 3, RoundingMode.HALF_UP)
                : usd.round(new MathContext(2));
        return "$" + rounded.toPlainString();
    }

    /** How similar two texts are, of 1: {@code 0.987}. */
    public static String similarity(OptionalDouble similarity) {
        return similarity.isEmpty() ? Messages.get("figure.unknown") : similarity(similarity.getAsDouble());
    }

    /** The same. */
    public static String similarity(double similarity) {
        return BigDecimal.valueOf(similarity)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A count with thousands apart. */
    public static String count(@Nullable Long number) {
        return number == null ? Messages.get("figure.unknown") : String.format(Locale.ROOT, "%,d", number);
    }

    /** Tokens. */
    public static String tokens(@Nullable Long tokens) {
        return Messages.get("figure.tokens", count(tokens));
    }

    /** A score from 0 to 1, two decimals. */
    public static String score(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A signed difference, two decimals. */
    public static String delta(double difference) {
        if (Math.abs(difference) < 0.005) {
            return "\u00b10.00";
        }
        return String.format(Locale.ROOT, "%+.2f", difference).replace('-', '\u2212');
    }
}
