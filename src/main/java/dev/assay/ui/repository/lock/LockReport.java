package dev.assay.ui.repository.lock;

import dev.assay.registry.lock.IndexLock;
import dev.assay.registry.lock.LockHolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a lock.
 *
 * @param lock the lock as it was looked at
 * @param age in words
 * @param holders programs that run and may hold it
 */
record LockReport(IndexLock lock, String age, List<LockHolder> holders) {
    LockReport {
        holders = List.copyOf(holders);
    }

    /** Looks at a lock; empty where it has gone. Slow. */
    static Optional<LockReport> of(Path path) {
        return IndexLock.at(path).map(lock -> new LockReport(lock, lock.ageInWords(Instant.now()), lock.holders()));
    }
}
