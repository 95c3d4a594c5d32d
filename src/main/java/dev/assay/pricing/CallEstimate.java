package dev.assay.pricing;

import dev.assay.llm.ModelId;
import dev.assay.llm.Usage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a model comes to before it is made.
 *
 * @param model that would be called
 * @param input tokens of the messages
 * @param reserved tokens of the answer at most, as the prompt limits it, or null where it does not
 * @param cost of the input and of an answer as long as {@code reserved}, of the input alone where that is null; null
 *     where the price is not known
 * @param window of the model, or null where it is not known
 */
public record CallEstimate(
        ModelId model,
        TokenCount input,
        @Nullable Integer reserved,
        @Nullable Cost cost,
        @Nullable ContextWindow window) {

    /** Reckons a call. */
    public static CallEstimate of(ModelId model, TokenCount input, @Nullable Integer reserved, PriceTable prices) {
        long output = reserved == null ? 0 : reserved;
        return new CallEstimate(
                model,
                input,
                reserved,
                prices.costOf(model, Usage.of(input.tokens(), output)).orElse(null),
                ContextWindow.of(model).orElse(null));
    }

    /** The part of the window that input and answer take, above 1 where they do not fit; empty where it is not known. */
    public Optional<Double> share() {
        return Optional.ofNullable(window).map(known -> known.share(input.tokens(), reserved == null ? 0 : reserved));
    }
}
