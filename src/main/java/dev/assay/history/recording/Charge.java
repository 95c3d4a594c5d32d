package dev.assay.history.recording;

import dev.assay.llm.CacheStatus;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.ModelId;
import dev.assay.llm.Stage;
import dev.assay.pricing.Cost;
import dev.assay.pricing.PriceTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer cost.
 *
 * @param cost or null where it is not known
 * @param savedUsd what it would have cost more if the cache had not answered, or null where it did not or that is not known
 */
record Charge(@Nullable Cost cost, @Nullable BigDecimal savedUsd) {
    static final Charge UNKNOWN = new Charge(null, null);

    /**
     * Reckons an answer; of one that took several calls, all of them, each by its own price.
     *
     * @param asked the model of the request
     */
    static Charge of(ChatResponse response, ModelId asked, PriceTable prices, LocalDate day) {
        if (!response.stages().isEmpty()) {
            return of(response, prices, day);
        }
        Cost cost =
                prices.costOf(response.servedBy(asked), response.usage(), day).orElse(null);
        boolean paid = response.cache() == CacheStatus.NONE;
        return paid
                ? new Charge(cost, null)
                : new Charge(new Cost(BigDecimal.ZERO, null), cost == null ? null : cost.usd());
    }

    /** Reckons an answer that came in a batch. */
    static Charge inBatch(ChatResponse response, ModelId asked, PriceTable prices, LocalDate day) {
        return new Charge(
                prices.batchCostOf(response.servedBy(asked), response.usage(), day)
                        .orElse(null),
                null);
    }

    private static Charge of(ChatResponse response, PriceTable prices, LocalDate day) {
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal saved = BigDecimal.ZERO;
        boolean anySaved = false;
        boolean unknown = false;
        for (Stage stage : response.stages()) {
            Optional<BigDecimal> usd =
                    prices.costOf(stage.model(), stage.usage(), day).map(Cost::usd);
            boolean kept = stage.cache() != CacheStatus.NONE;
            unknown |= usd.isEmpty();
            anySaved |= kept;
            paid = paid.add(kept ? BigDecimal.ZERO : usd.orElse(BigDecimal.ZERO));
            saved = saved.add(kept ? usd.orElse(BigDecimal.ZERO) : BigDecimal.ZERO);
        }
        return unknown ? UNKNOWN : new Charge(new Cost(paid, null), anySaved ? saved : null);
    }
}
