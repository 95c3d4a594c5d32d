package dev.assay.pricing;

/**
 * A number of tokens.
 *
 * @param tokens 0 or more
 * @param exact false where the model's own tokenizer is not known here and this is an estimate
 */
public record TokenCount(int tokens, boolean exact) {
    /** Both together; exact where both are. */
    public TokenCount plus(TokenCount other) {
        return new TokenCount(Math.addExact(tokens, other.tokens), exact && other.exact);
    }
}
