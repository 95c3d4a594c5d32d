package dev.assay.registry.watch;

import dev.assay.registry.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a workspace until it is closed. Changes that follow closely on one another are told once, and those that Assay
 * makes itself only when it is done with them. Where the system cannot tell of changes the files are looked at from
 * time to time.
 */
public final class WorkspaceWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** After this long without a change one is told. */
    private static final Duration QUIET = Duration.ofMillis(100);
    /** Changes that do not end are told this often. */
    private static final Duration MOST = Duration.ofSeconds(1);

    private final GitWorkspace workspace;
    private final Opener events;
    private final Opener polling;
    private final Consumer<Set<Area>> listener;
    private final Thread thread;

    /** Begins to watch. */
    @FunctionalInterface
    interface Opener {
        Watcher open(Places places) throws IOException;
    }

    /** @param listener is called on a thread of the watch */
    WorkspaceWatch(GitWorkspace workspace, Opener events, Opener polling, Consumer<Set<Area>> listener) {
        this.workspace = workspace;
        this.events = events;
        this.polling = polling;
        this.listener = listener;
        thread = Thread.ofVirtual().name("workspace-watch").unstarted(this::run);
    }

    /**
     * Begins to watch; returns at once.
     *
     * @param listener hears what has changed, on a thread of the watch; never an empty set
     */
    public static WorkspaceWatch start(GitWorkspace workspace, Consumer<Set<Area>> listener) {
        var watch = new WorkspaceWatch(
                workspace, EventWatcher::open, places -> new PollingWatcher(places, PAUSE), listener);
        watch.start();
        return watch;
    }

    void start() {
        thread.start();
    }

    private void run() {
        var places = new Places(workspace);
        try {
            boolean lost = places.areTold() && watchUntilImpossible(places);
            Watcher looking = polling.open(places);
            if (lost) {
                // What has changed since the system last told is not known.
                listener.accept(EnumSet.allOf(Area.class));
            }
            watch(looking);
        } catch (InterruptedException | ClosedWatchServiceException e) {
            LOG.debug("The watch of {} ends", workspace.paths().root());
        } catch (IOException e) {
            LOG.warn("Changes of other programs are not seen: {}", e.getMessage());
        }
    }

    private boolean watchUntilImpossible(Places places) throws InterruptedException {
        try {
            watch(events.open(places));
        } catch (IOException e) {
            LOG.info("Files are looked at every {} seconds: {}", PAUSE.toSeconds(), e.getMessage());
        }
        return true;
    }

    /** Does not return. */
    private void watch(Watcher opened) throws IOException, InterruptedException {
        try (Watcher watcher = opened) {
            while (true) {
                Set<Area> changed = together(watcher);
                if (!changed.isEmpty()) {
                    awaitOurselves();
                    listener.accept(changed);
                }
            }
        }
    }

    private static Set<Area> together(Watcher watcher) throws IOException, InterruptedException {
        Set<Area> changed = EnumSet.noneOf(Area.class);
        Set<Area> next = watcher.next(null);
        long start = System.nanoTime();
        while (next != null) {
            changed.addAll(next);
            boolean late = System.nanoTime() - start > MOST.toNanos();
            next = late || changed.isEmpty() ? null : watcher.next(QUIET);
        }
        return changed;
    }

    /** A branch switch of Assay's own is seen as a whole, not file by file; a long one is not waited for. */
    private void awaitOurselves() throws InterruptedException {
        if (workspace.writing().tryLock(MOST.toSeconds(), TimeUnit.SECONDS)) {
            workspace.writing().unlock();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
