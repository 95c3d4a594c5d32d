package dev.assay.llm;

/** Where an answer came from. */
public enum CacheStatus {
    /** From the provider. */
    NONE,
    /** From the cache: the very same request was answered before. */
    HIT,
    /** From a call for the very same request that was under way. */
    JOINED
}
