package dev.assay.registry.remote;

/**
 * What became of a branch or tag.
 *
 * @param name as it is called here, such as {@code origin/main}
 * @param kind what happened to it
 */
public record RefChange(String name, Kind kind) {
    /** What can happen to it. */
    public enum Kind {
        NEW,
        UPDATED,
        /** It was moved to a commit that does not follow the old one. */
        FORCED,
        DELETED
    }
}
