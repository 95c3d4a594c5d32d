package dev.assay.pricing;

/**
 * A number of tokens.
 *
 * @param tokens 0 or more
 * @param exact false where the model's own tokenizer is not known here and this is an estimate
 */
public record TokenCount(int tokens, boolean exact) {}
