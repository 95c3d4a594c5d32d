package dev.assay.ui.settings;

import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceRow;
import dev.assay.ui.fx.Messages;
import java.util.Optional;

/** The price of a model, as the table shows it. */
record PriceLine(ModelId model, Optional<PriceRow> row) {
    String input() {
        return row.map(price -> price.base().inputPerMillion().toPlainString()).orElse("");
    }

    String output() {
        return row.map(price -> price.base().outputPerMillion().toPlainString()).orElse("");
    }

    /** Where the price is from. */
    String source() {
        return row.map(price -> Messages.get(
                        price.own() ? "settings.price.own" : "settings.price.shipped",
                        price.date() == null ? "" : price.date().toString()))
                .orElse(Messages.get("settings.price.unknown"));
    }
}
