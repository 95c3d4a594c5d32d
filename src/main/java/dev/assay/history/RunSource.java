package dev.assay.history;

/**
 * A text that a run was made from, as it was when the run began.
 *
 * @param variant index of the variant that it belongs to
 * @param kind what it is
 * @param name the file of a prompt, else what the prompt calls it
 * @param text its content
 */
public record RunSource(int variant, Kind kind, String name, String text) {

    /** What a text is. */
    public enum Kind {
        PROMPT,
        PARTIAL,
        SCHEMA,
        TOOL
    }
}
