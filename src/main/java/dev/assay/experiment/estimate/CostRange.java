package dev.assay.experiment.estimate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount that is not known yet, in US dollars.
 *
 * @param low hardly less than this
 * @param likely what it will probably be, or null where nothing earlier tells
 * @param high hardly more than this; at least {@code low}
 */
public record CostRange(BigDecimal low, @Nullable BigDecimal likely, BigDecimal high) {
    /** Nothing to pay. */
    public static final CostRange NOTHING = new CostRange(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public CostRange {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("A range from " + low + " down to " + high);
        }
    }

    /** Both together; nothing is likely where one of them has nothing likely. */
    CostRange plus(CostRange other) {
        BigDecimal both = likely == null || other.likely == null ? null : likely.add(other.likely);
        return new CostRange(low.add(other.low), both, high.add(other.high));
    }

    /** So many times as much. */
    CostRange times(BigDecimal factor) {
        return new CostRange(
                low.multiply(factor), likely == null ? null : likely.multiply(factor), high.multiply(factor));
    }

    /** Whether there is nothing to pay at all. */
    public boolean isNothing() {
        return high.signum() == 0;
    }
}
