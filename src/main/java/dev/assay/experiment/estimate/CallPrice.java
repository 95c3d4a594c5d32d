package dev.assay.experiment.estimate;

import dev.assay.llm.ModelId;
import dev.assay.llm.Usage;
import dev.assay.pricing.PriceTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prices calls of one model.
 *
 * @param batched whether they are sent in a batch
 * @param unpriced takes the model where its price is not known
 */
record CallPrice(PriceTable prices, ModelId model, boolean batched, Set<ModelId> unpriced) {

    /** What so many tokens cost; nothing where the price is not known. */
    BigDecimal usd(long input, long output) {
        Usage usage = Usage.of(input, output);
        return (batched ? prices.batchCostOf(model, usage, LocalDate.now(ZoneOffset.UTC)) : prices.costOf(model, usage))
                .map(cost -> cost.usd())
                .orElseGet(() -> {
                    unpriced.add(model);
                    return BigDecimal.ZERO;
                });
    }

    /** The range between a small call and a large one. */
    CostRange range(
            long lowInput,
            long lowOutput,
            long likelyInput,
            @Nullable Long likelyOutput,
            long highInput,
            long highOutput) {
        return new CostRange(
                usd(lowInput, lowOutput),
                likelyOutput == null ? null : usd(likelyInput, likelyOutput),
                usd(highInput, highOutput));
    }
}
