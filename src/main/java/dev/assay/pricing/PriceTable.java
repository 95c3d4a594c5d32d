package dev.assay.pricing;

import dev.assay.llm.ModelId;
import dev.assay.llm.Usage;
import java.util.Optional;

/** What models cost. An unknown model has no price, never a price of zero. */
public final class PriceTable {

    /** The table that Assay ships. */
    public static PriceTable standard() {
        throw new UnsupportedOperationException();
    }

    /** The price of a model, or empty where it is not known. */
    public Optional<Price> priceOf(ModelId model) {
        throw new UnsupportedOperationException();
    }

    /** What a call cost, or empty where price or usage are not known. A cost that the provider reports wins. */
    public Optional<Cost> costOf(ModelId model, Usage usage) {
        throw new UnsupportedOperationException();
    }
}
