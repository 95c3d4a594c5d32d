package dev.assay.workbench.spending;

import dev.assay.settings.budget.SpendingLimit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * A budget and what was spent of it.
 *
 * @param limit the budget
 * @param usd spent so far, as far as prices are known
 * @param since the day on which its time began, in UTC
 */
public record Spent(SpendingLimit limit, BigDecimal usd, LocalDate since) {

    /** How far a budget is. */
    public enum State {
        FINE,
        /** The part at which the user wants to be warned is spent. */
        NEAR,
        /** Nothing is left. */
        USED_UP
    }

    /** How far it is. */
    public State state() {
        if (usd.compareTo(limit.usd()) >= 0) {
            return State.USED_UP;
        }
        return usd.compareTo(limit.usd().multiply(BigDecimal.valueOf(limit.warnAt()))) >= 0 ? State.NEAR : State.FINE;
    }

    /** What is left, 0 or more. */
    public BigDecimal left() {
        return limit.usd().subtract(usd).max(BigDecimal.ZERO);
    }

    /** The part that is spent, from 0; above 1 where too much was. */
    public double share() {
        return limit.usd().signum() == 0 ? 1 : usd.doubleValue() / limit.usd().doubleValue();
    }

    /** {@code $4.10 of $5 a day are spent since 2026-11-27}. */
    public String sentence() {
        int decimals = Math.clamp(usd.stripTrailingZeros().scale(), 2, 4);
        return "$" + usd.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " of " + limit + " are spent since "
                + since + " (UTC)";
    }
}
