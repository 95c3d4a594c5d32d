package dev.assay.pricing;

import dev.assay.llm.ModelId;
import dev.assay.llm.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What models cost. An unknown model has no price, never a price of zero. Models are found by the provider's own name
 * ({@code openai}, {@code anthropic}, ...), so a provider that the user named otherwise has no price. Immutable.
 */
public final class PriceTable {
    private final Map<ModelId, ListPrice> prices;

    PriceTable(Map<ModelId, ListPrice> prices) {
        this.prices = Map.copyOf(prices);
    }

    /** The table that Assay ships, read once when it is first asked for. */
    public static PriceTable standard() {
        return Standard.TABLE;
    }

    /** The price of a model for inputs of ordinary length, or empty where it is not known. */
    public Optional<Price> priceOf(ModelId model) {
        return find(model).map(ListPrice::base);
    }

    /**
     * What a call cost, or empty where price or usage are not known. A cost that the provider reports wins. Cached
     * tokens that were not reported count as uncached. Cost = uncached x input price + cache reads x cached price +
     * cache writes x write price + output x output price, all at the long-context price where the input exceeds its
     * threshold.
     */
    public Optional<Cost> costOf(ModelId model, Usage usage) {
        if (usage.reportedCostUsd() != null) {
            return Optional.of(new Cost(usage.reportedCostUsd(), null));
        }
        Long input = usage.inputTokens();
        Long output = usage.outputTokens();
        if (input == null || output == null) {
            return Optional.empty();
        }
        long cached = orZero(usage.cachedInputTokens());
        long written = orZero(usage.cacheWriteTokens());
        if (cached + written > input) {
            return Optional.empty();
        }
        return find(model).map(listed -> listed.forInput(input)).map(price -> {
            BigDecimal perMillion = times(price.inputPerMillion(), input - cached - written)
                    .add(times(or(price.cachedInputPerMillion(), price.inputPerMillion()), cached))
                    .add(times(or(price.cacheWritePerMillion(), price.inputPerMillion()), written))
                    .add(times(price.outputPerMillion(), output));
            return new Cost(perMillion.movePointLeft(6), price);
        });
    }

    private Optional<ListPrice> find(ModelId model) {
        return ModelLookup.find(prices, model);
    }

    private static BigDecimal times(BigDecimal price, long tokens) {
        return price.multiply(BigDecimal.valueOf(tokens));
    }

    private static BigDecimal or(@Nullable BigDecimal price, BigDecimal otherwise) {
        return price == null ? otherwise : price;
    }

    private static long orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    /** Loaded with the first call of {@link #standard()}. */
    private static final class Standard {
        static final PriceTable TABLE = new PriceTable(PriceFile.readStandard());
    }
}
