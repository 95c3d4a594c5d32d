package dev.assay.prompt.assist.rename;

/**
 * What a rename does to a file.
 *
 * @param path path under the workspace, with forward slashes
 * @param before its text now
 * @param after its text afterwards
 * @param places number of places that change
 * @param kind what the file is
 */
public record FileChange(String path, String before, String after, int places, Kind kind) {
    /** The kinds of file. */
    public enum Kind {
        /** The prompt that the rename began in. */
        PROMPT,
        PARTIAL,
        DATASET
    }
}
