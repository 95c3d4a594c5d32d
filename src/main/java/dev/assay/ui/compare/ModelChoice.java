package dev.assay.ui.compare;

import dev.assay.llm.ModelId;
import dev.assay.pricing.Price;
import dev.assay.ui.fx.Messages;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A model to choose, with its price.
 *
 * @param model the model
 * @param price or null where it is not known
 */
record ModelChoice(ModelId model, @Nullable Price price) {
    /** The price in US dollars a million tokens, input and output, or that it is not known. */
    String priceText() {
        if (price != null
                && price.inputPerMillion().signum() == 0
                && price.outputPerMillion().signum() == 0) {
            return Messages.get("compare.price.free");
        }
        return price == null
                ? Messages.get("compare.price.unknown")
                : Messages.get("compare.price", dollars(price.inputPerMillion()), dollars(price.outputPerMillion()));
    }

    private static String dollars(BigDecimal usd) {
        BigDecimal exact = usd.stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale())).toPlainString();
    }
}
