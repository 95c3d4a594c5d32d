package dev.assay.llm;

/** How far a provider is with a batch. */
public sealed interface BatchState {

    /** How many of its requests have ended, as the provider counts them. */
    Counts counts();

    /**
     * Requests of a batch, each 0 or more; some providers count none before they have looked at all of them.
     *
     * @param total all of them
     * @param done those that have ended, the failed ones among them
     * @param failed those that have ended without an answer
     */
    record Counts(int total, int done, int failed) {
        public Counts {
            if (failed < 0 || done < failed || total < 0) {
                throw new IllegalArgumentException(done + " of " + total + " done, " + failed + " failed");
            }
        }
    }

    /**
     * It works on it.
     *
     * @param word the provider's own word, such as {@code in_progress}
     */
    record UnderWay(Counts counts, String word) implements BatchState {}

    /**
     * What came of it can be read; where it expired or was cancelled, of a part of it only.
     *
     * @param word the provider's own word, such as {@code completed} or {@code expired}
     */
    record Ended(Counts counts, String word) implements BatchState {}

    /**
     * The provider does not take it; none of its requests was answered.
     *
     * @param reason in the provider's words, on one line
     */
    record Refused(Counts counts, String reason) implements BatchState {}
}
