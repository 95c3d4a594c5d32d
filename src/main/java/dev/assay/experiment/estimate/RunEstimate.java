package dev.assay.experiment.estimate;

import dev.assay.llm.ModelId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would take.
 *
 * @param answers calls to the models under test, those that the cache would answer included
 * @param cached how many of them the cache would answer
 * @param batched how many of the others would be sent in batches, at the price of batches
 * @param judgements calls to the judge at least; those on cached answers may be cached too
 * @param inputTokens of the answers that would be paid for
 * @param cost of answers and judgements; null where a price is not known
 * @param duration how long it would take, or null where no earlier call tells
 * @param basis what the figures rest on
 * @param unpriced the models whose price is not known
 */
public record RunEstimate(
        int answers,
        int cached,
        int batched,
        int judgements,
        long inputTokens,
        @Nullable CostRange cost,
        @Nullable Duration duration,
        Basis basis,
        List<ModelId> unpriced) {

    /** What figures rest on. */
    public enum Basis {
        /** Earlier calls of the same prompts on the same models. */
        HISTORY,
        /** The tokens of the prompts and the limit of the answers, for at least one variant. */
        TOKENS
    }

    public RunEstimate {
        unpriced = List.copyOf(unpriced);
        if (cached < 0 || batched < 0 || cached + batched > answers) {
            throw new IllegalArgumentException(
                    cached + " of " + answers + " answers cached, " + batched + " in batches");
        }
    }
}
