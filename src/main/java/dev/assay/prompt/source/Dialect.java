package dev.assay.prompt.source;

/** Whose answer to give where Assay differs from the format's first implementation on purpose. */
public enum Dialect {
    /** Assay's own: what would go wrong unseen is an error. */
    STRICT,
    /** The first implementation's, as far as it can be given safely; for comparing with it. */
    REFERENCE;

    /** Whether this is Assay's own. */
    public boolean isStrict() {
        return this == STRICT;
    }
}
