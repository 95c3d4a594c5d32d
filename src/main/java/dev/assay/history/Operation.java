package dev.assay.history;

/** What a call was for. */
public enum Operation {
    /** An answer under test. */
    CHAT,
    /** A judge's call. */
    JUDGE,
    /** Texts were turned into vectors. */
    EMBED,
    /** A text was judged harmful or not. */
    MODERATE
}
