package dev.assay.llm;

import java.util.Map;

/**
 * What a moderation model says of a text.
 *
 * @param flagged whether the text is harmful
 * @param flagDerived whether {@code flagged} is reckoned from the categories because the provider gives no verdict
 * @param flaggedCategories by category, whether the text falls into it
 * @param scores by category, how sure the model is, from 0 to 1
 * @param model the model that judged
 * @param raw the bodies on the wire
 */
public record Moderation(
        boolean flagged,
        boolean flagDerived,
        Map<String, Boolean> flaggedCategories,
        Map<String, Double> scores,
        ModelId model,
        RawExchange raw) {
    public Moderation {
        flaggedCategories = Map.copyOf(flaggedCategories);
        scores = Map.copyOf(scores);
    }
}
