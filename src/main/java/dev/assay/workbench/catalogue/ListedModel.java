package dev.assay.workbench.catalogue;

import dev.assay.llm.ModelId;
import dev.assay.llm.ModelInfo;
import dev.assay.pricing.ContextWindow;
import dev.assay.pricing.Price;
import dev.assay.pricing.PriceRow;
import dev.assay.pricing.PriceTable;
import dev.assay.provider.profile.ModelProfile;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that a provider offers, with what is known of it.
 *
 * @param id how it is asked
 * @param said what the provider says of it
 * @param price what it costs today, or null where that is not known
 * @param retires its last day, or null where none is known
 * @param contextTokens what it can hold, or null where that is not known
 * @param outputTokens the longest answer, or null where that is not known
 * @param profile what Assay and the user know of it
 */
public record ListedModel(
        ModelId id,
        ModelInfo said,
        @Nullable Price price,
        @Nullable LocalDate retires,
        @Nullable Long contextTokens,
        @Nullable Long outputTokens,
        ModelProfile profile) {

    private static @Nullable Long most(ModelInfo said, ModelProfile profile, Optional<ContextWindow> window) {
        if (said.maxOutputTokens() != null) {
            return said.maxOutputTokens();
        }
        Integer known = profile.maxOutput();
        return known == null ? window.map(ContextWindow::mostOutput).orElse(null) : Long.valueOf(known);
    }

    /** Adds to what the provider says, which goes before, what the lists know. */
    static ListedModel of(ModelInfo said, ModelProfile profile, PriceTable prices, LocalDate today) {
        Optional<PriceRow> row = prices.rowOf(said.id(), today);
        Optional<ContextWindow> window = ContextWindow.of(said.id());
        return new ListedModel(
                said.id(),
                said,
                row.map(PriceRow::base).orElse(null),
                said.retires() == null ? row.map(PriceRow::retires).orElse(null) : said.retires(),
                said.maxInputTokens() == null
                        ? window.map(ContextWindow::tokens).orElse(null)
                        : said.maxInputTokens(),
                most(said, profile, window),
                profile);
    }
}
