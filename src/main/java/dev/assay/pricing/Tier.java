package dev.assay.pricing;

/** Which of a model's prices a call is billed at. */
public enum Tier {
    /** The ordinary price. */
    STANDARD,
    /** The price of requests whose input exceeds the row's threshold. */
    LONG_CONTEXT,
    /** What the provider's batch service charges. */
    BATCH
}
