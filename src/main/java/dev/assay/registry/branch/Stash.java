package dev.assay.registry.branch;

import java.time.Instant;

/**
 * Changes that were put aside.
 *
 * @param index 0 for the newest
 * @param message what they are
 * @param time when they were put aside
 */
public record Stash(int index, String message, Instant time) {
    /** What git calls it. */
    public String name() {
        return "stash@{" + index + "}";
    }
}
