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
public record Variant(PromptRef prompt, ModelId model, ModelParameters parameters) {}
