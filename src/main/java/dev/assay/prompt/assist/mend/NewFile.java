package dev.assay.prompt.assist.mend;

/**
 * A file to make.
 *
 * @param kind what it is for
 * @param name as it is referenced
 */
public record NewFile(Kind kind, String name) {
    /** What a file is for. */
    public enum Kind {
        PARTIAL,
        SCHEMA,
        TOOL
    }
}
