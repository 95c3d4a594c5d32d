package dev.assay.prompt;

/** How bad a {@link Diagnostic} is. */
public enum Severity {
    /** The prompt cannot run. */
    ERROR,
    /** The prompt runs, but likely not as meant. */
    WARNING,
    /** Worth knowing. */
    INFO
}
