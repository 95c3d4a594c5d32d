package dev.assay.registry.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waits for changes; used by one thread, closed by any. */
interface Watcher extends AutoCloseable {
    /**
     * Waits for the next change.
     *
     * @param patience how long; null for as long as it takes
     * @return what changed, empty where it does not matter; null where nothing did in that time
     * @throws IOException where watching in this way is no longer possible
     * @throws InterruptedException where the thread is interrupted
     */
    @Nullable
    Set<Area> next(@Nullable Duration patience) throws IOException, InterruptedException;

    @Override
    void close();
}
