package dev.assay.experiment;

import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;

/**
 * One column of a comparison.
 *
 * @param prompt which prompt, at which revision
 * @param model where it goes
 * @param parameters overrides on top of the prompt's own
 */
public record Variant(PromptRef prompt, ModelId model, ModelParameters parameters) {

    /** What the column at an index, from 0, is called: A to Z, then AA, AB and so on. */
    public static String label(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : label(index / 26 - 1) + last;
    }
}
