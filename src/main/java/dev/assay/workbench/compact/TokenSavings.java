package dev.assay.workbench.compact;

import dev.assay.llm.ModelId;
import dev.assay.pricing.Price;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a shorter prompt saves.
 *
 * @param model whose tokens are counted, or null where none is known
 * @param before tokens of the messages of a call, mean over the cases
 * @param after the same of the shorter prompt
 * @param exact false where the model's own tokenizer is not known here and this is an estimate
 * @param cases that the prompts were rendered with; 0 where the names of the inputs stood for their values
 * @param price of the model, or null where it is not known
 */
public record TokenSavings(
        @Nullable ModelId model,
        double before,
        double after,
        boolean exact,
        int cases,
        @Nullable Price price) {
    private static final int CALLS = 1000;

    /** Tokens that a call has less. */
    public double saved() {
        return before - after;
    }

    /** US dollars that 1,000 calls cost less, their input not cached; empty where the price is not known. */
    public Optional<BigDecimal> usdPerThousandCalls() {
        return Optional.ofNullable(price)
                .map(known -> known.inputPerMillion()
                        .multiply(BigDecimal.valueOf(saved()).multiply(BigDecimal.valueOf(CALLS)))
                        .movePointLeft(6)
                        .stripTrailingZeros());
    }
}
