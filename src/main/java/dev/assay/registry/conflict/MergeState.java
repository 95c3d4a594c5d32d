package dev.assay.registry.conflict;

/**
 * What is under way in a repository.
 *
 * @param kind what it is
 * @param description for the user, such as what is being merged; empty where nothing is under way
 */
public record MergeState(Kind kind, String description) {
    /** What can be under way. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** A merge, begun by Assay or by git; either can finish or abort it. */
        MERGE,
        /** Conflicts without a merge, as a stash that did not fit leaves them. */
        CONFLICTS,
        /** A rebase, cherry-pick or the like: git's own business. */
        OTHER
    }

    /** Whether Assay can finish or abort it. */
    public boolean isOurs() {
        return kind == Kind.MERGE || kind == Kind.CONFLICTS;
    }
}
