package dev.assay.experiment.wording;

import dev.assay.experiment.stats.Interval;
import dev.assay.experiment.stats.Proportion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as sentences show them. */
public final class Figures {
    private Figures() {}

    /** A score or a difference of scores: two decimals, a third where it says something. */
    public static String score(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().scale() <= 2
                ? rounded.setScale(2, RoundingMode.UNNECESSARY).toPlainString()
                : rounded.toPlainString();
    }

    /** A share from 0 to 1 in whole percent: {@code 83%}. */
    public static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    /** {@code 27 of 30 (90%, 95% CI 74 to 97%)}. */
    public static String share(Proportion share) {
        Interval interval = share.interval();
        return share.passed() + " of " + share.n() + " (" + percent(share.rate()) + ", 95% CI "
                + Math.round(100 * interval.low()) + " to " + percent(interval.high()) + ")";
    }

    /** {@code p = 0.012}, or {@code p < 0.001}. */
    public static String pValue(double p) {
        return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }

    /** A ratio in two significant digits: {@code 2.3}, {@code 0.45}, {@code 12}. */
    public static String ratio(double value) {
        return value >= 10 || value < 0.095
                ? BigDecimal.valueOf(value)
                        .round(new MathContext(2, RoundingMode.HALF_UP))
                        .toPlainString()
                : String.format(Locale.ROOT, value < 0.995 ? "%.2f" : "%.1f", value);
    }
}
