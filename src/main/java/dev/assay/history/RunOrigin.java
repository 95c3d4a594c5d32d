package dev.assay.history;

/**
 * The earlier run that a run was made from.
 *
 * @param kind how
 * @param runId the earlier run
 */
public record RunOrigin(Kind kind, String runId) {

    /** How a run follows from another. */
    public enum Kind {
        /** The same answers, judged anew. */
        REJUDGED,
        /** The same prompts, cases and judges, asked anew. */
        REPLAYED
    }
}
