package dev.assay.experiment.choice;

import dev.assay.experiment.Verdicts;
import dev.assay.llm.InputException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a model must be like.
 *
 * @param margin how much worse than the best is still not worse, from 0 on, on the scale 0 to 1
 * @param maxCostUsd what a call may cost on average in US dollars, or null for any
 * @param maxP95Ms how long 95 of 100 calls may take in milliseconds, or null for any
 */
public record ChoiceWish(
        double margin,
        @Nullable BigDecimal maxCostUsd,
        @Nullable Double maxP95Ms) {
    /** A margin of {@link Verdicts#DELTA} and no limits. */
    public static final ChoiceWish USUAL = new ChoiceWish(Verdicts.DELTA, null, null);

    public ChoiceWish {
        if (!(margin >= 0 && margin <= 1)) {
            throw new InputException("The margin is " + margin + " but must be from 0 to 1");
        }
        if (maxCostUsd != null && maxCostUsd.signum() < 0) {
            throw new InputException("The greatest cost of a call is " + maxCostUsd + " but must be 0 or more");
        }
        if (maxP95Ms != null && !(maxP95Ms > 0)) {
            throw new InputException("The greatest latency is " + maxP95Ms + " ms but must be above 0");
        }
    }

    /** Whether a model keeps to the limits; what is not known keeps to none. */
    boolean allows(ModelFigures model) {
        BigDecimal usd = model.costUsd();
        Double millis = model.p95Ms();
        return (maxCostUsd == null || usd != null && usd.compareTo(maxCostUsd) <= 0)
                && (maxP95Ms == null || millis != null && millis <= maxP95Ms);
    }
}
