package dev.assay.history.database;

import java.time.Duration;

/**
 * How long to wait for another process, and how soon to make room for it.
 *
 * @param write the longest wait before something is recorded
 * @param read the longest wait before a copy is read instead
 * @param idle how long the database stays open after its last use
 */
public record Patience(Duration write, Duration read, Duration idle) {
    public static final Patience USUAL =
            new Patience(Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ofSeconds(2));
}
