package dev.assay.workbench.caching;

import java.math.BigDecimal;

/**
 * Calls that asked again what was asked and answered before, so that the answer could have been kept.
 *
 * @param asked what they were made for
 * @param calls how many need not have been made, 1 or more
 * @param usd what they cost, as far as that is known
 */
public record Repeats(Asked asked, int calls, BigDecimal usd) {
    Repeats plus(BigDecimal more) {
        return new Repeats(asked, calls + 1, usd.add(more));
    }
}
