package dev.assay.registry.branch;

import java.time.Instant;

/**
 * A name that stays with a commit.
 *
 * @param name without {@code refs/tags/}
 * @param message why it is there; empty for a lightweight tag
 * @param commitId the full id of what it names
 * @param time when the tag was made, or the commit where it is a lightweight one
 */
public record Tag(String name, String message, String commitId, Instant time) {
    /** Whether it is an object of its own, with message and author. */
    public boolean isAnnotated() {
        return !message.isEmpty();
    }
}
