package dev.assay.judge.rubric;

/** What a judge may be shown besides the answer. */
public enum Sight {
    /** The prompt as it was sent. */
    INPUT,
    /** The case's expected answer, where it has one. */
    EXPECTED,
    /** Inputs of the case that the answer is to keep to. */
    CONTEXT
}
