package dev.assay.llm;

/** Where an answer came from. */
public enum CacheStatus {
    /** From the provider. */
    NONE,
    /** From the cache: the very same request was answered before. */
    HIT,
    /** From the cache: almost the same question was answered before; {@link ChatResponse#similarity()} tells how near. */
    SEMANTIC,
    /** From a call for the very same request that was under way. */
    JOINED,
    /** From an earlier run, whose answers are judged anew. */
    EARLIER;

    /** Whether a call was made for the answer, now or in an earlier run, so that its time and price are the model's. */
    public boolean isMeasured() {
        return this == NONE || this == EARLIER;
    }
}
