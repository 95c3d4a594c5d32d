package dev.assay.experiment.stats.frontier;

import dev.assay.experiment.stats.Interval;
import dev.assay.llm.InputException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A variant that could be chosen.
 *
 * @param name its label
 * @param cost what an answer costs, 0 or more, or null where that is not known
 * @param quality its mean score
 * @param difference interval of its difference to the baseline (both ends the mean where it does not vary); null where
 *     it was not compared, as the baseline itself
 */
public record Option(
        String name,
        @Nullable BigDecimal cost,
        double quality,
        @Nullable Interval difference) {
    public Option {
        if (cost != null && cost.signum() < 0 || !Double.isFinite(quality)) {
            throw new InputException(name + " has a cost of " + cost + " and a quality of " + quality
                    + ": the cost must be 0 or more, the quality a number");
        }
    }

    /** Whether it costs no more and is no worse than another, and cheaper or better; false where a cost is unknown. */
    public boolean dominates(Option other) {
        if (cost == null || other.cost == null) {
            return false;
        }
        int dearer = cost.compareTo(other.cost);
        return dearer <= 0 && quality >= other.quality && (dearer < 0 || quality > other.quality);
    }

    /**
     * Whether it is worse than the baseline by less than a margin, as far as the interval can tell: its lower end is
     * above the margin below zero.
     *
     * @param margin above 0
     */
    public boolean isNotInferiorBy(double margin) {
        return difference != null && difference.low() > -margin;
    }
}
