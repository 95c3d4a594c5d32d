package dev.assay.ui.results;

/** Which way is better for a figure. */
public enum Better {
    /** Scores. */
    HIGHER,
    /** Cost, latency, tokens, errors. */
    LOWER;

    /** Whether a difference, challenger minus baseline, is an improvement; no difference is none. */
    public boolean improves(double difference) {
        return this == HIGHER ? difference > 0 : difference < 0;
    }
}
