package dev.assay.exchange.report;

/** What became of a construct. */
public enum Outcome {
    /** It means the same on the other side. */
    CONVERTED,
    /** Its source text is kept, or an approximation stands in its place: somebody must look at it. */
    NEEDS_HAND,
    /** It is not on the other side. */
    LEFT_OUT,
    /** It cannot be written in this format, so nothing was written. */
    REFUSED
}
