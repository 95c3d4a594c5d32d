package dev.assay.history.database;

import dev.assay.history.database.HistorySource.Access;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The database, open only while it is used. All work is done on one thread of its own: interrupting a thread that reads
 * or writes a file would close the file under the database, and interrupting is how runs are stopped.
 */
public final class HistoryDatabase implements AutoCloseable {
    private static final int LARGEST_BATCH = 64;

    private final Queue<QueuedWrite<?>> writes = new ConcurrentLinkedQueue<>();
    private final HistorySource source;
    private final Duration idle;
    private volatile boolean closed;
    private final Set<String> runsUnderWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("assay-history").factory());

    /** Both belong to the thread. */
    private @Nullable HistorySession session;

    private @Nullable ScheduledFuture<?> closing;

    public HistoryDatabase(HistorySource source, Duration idle) {
        this.source = source;
        this.idle = idle;
    }

    public <T> T read(Function<Handle, T> work) {
        var abandoned = new AtomicBoolean();
        return await(() -> perform(Access.READ, abandoned, work), abandoned);
    }

    /**
     * All or nothing, and on disk when this returns. Writes that wait for one another share a transaction, as it is the
     * end of a transaction that costs most.
     */
    public <T> T write(Function<Handle, T> work) {
        var write = new QueuedWrite<>(work);
        writes.add(write);
        var abandoned = new AtomicBoolean();
        return await(() -> record(write, abandoned), abandoned);
    }

    /**
     * Does something to the closed file while nobody else uses it.
     *
     * @throws InputException where a run is under way, or there is no file
     */
    public <T> T alone(Function<DatabaseFile, T> work) {
        var abandoned = new AtomicBoolean();
        return await(
                () -> {
                    if (!runsUnderWay.isEmpty()) {
                        throw new InputException("A run is under way: wait for its end, then try again");
                    }
                    closeSession();
                    return source.alone(() -> closed || abandoned.get(), work);
                },
                abandoned);
    }

    /** The file of its own that it is in, whether it is open or not; empty where it is in none. */
    public Optional<DatabaseFile> file() {
        return source.file();
    }

    /** Whether what was read last is the database itself, and no copy of one that another process holds. */
    public boolean isOwn() {
        return await(() -> session != null && !session.isCopy(), new AtomicBoolean());
    }

    private <T> T record(QueuedWrite<T> own, AtomicBoolean abandoned) {
        if (!own.isDone()) {
            writes.remove(own);
            List<QueuedWrite<?>> batch = new ArrayList<>(List.of(own));
            for (var next = writes.poll(); next != null; next = batch.size() < LARGEST_BATCH ? writes.poll() : null) {
                batch.add(next);
            }
            try {
                recordAll(batch, abandoned);
            } catch (RuntimeException e) {
                if (batch.size() == 1) {
                    throw e;
                }
                // It may be another one's failure. The others are recorded when their turn comes.
                recordAll(List.of(own), abandoned);
            }
        }
        return own.result();
    }

    private void recordAll(List<QueuedWrite<?>> batch, AtomicBoolean abandoned) {
        perform(
                Access.WRITE,
                abandoned,
                handle -> handle.inTransaction(transaction -> {
                    batch.forEach(write -> write.perform(transaction));
                    return batch;
                }));
        batch.forEach(QueuedWrite::done);
    }

    /** Keeps the database open until {@link #release}. */
    public void keepOpenFor(String runId) {
        runsUnderWay.add(runId);
    }

    /** Undoes {@link #keepOpenFor}; takes effect after the next use. */
    public void release(String runId) {
        runsUnderWay.remove(runId);
    }

    /** Ends at once what waits for another process; what is being read or recorded is finished first. */
    @Override
    public void close() {
        closed = true;
        if (!thread.isShutdown()) {
            try {
                await(
                        () -> {
                            closeSession();
                            return true;
                        },
                        new AtomicBoolean());
            } finally {
                thread.shutdownNow();
            }
        }
    }

    /** Waits to the end even when interrupted, since what has begun is to be recorded; only a wait is cut short. */
    private <T> T await(Callable<T> task, AtomicBoolean abandoned) {
        boolean interrupted = false;
        try {
            Future<T> future = thread.submit(task);
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    abandoned.set(true);
                }
            }
        } catch (RejectedExecutionException e) {
            throw new StorageException("The run history is closed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new StorageException("The run history failed: " + HistorySession.reason(e), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T> T perform(Access access, AtomicBoolean abandoned, Function<Handle, T> work) {
        if (closing != null) {
            closing.cancel(false);
        }
        HistorySession open = open(access, abandoned);
        try {
            return work.apply(open.handle());
        } catch (JdbiException e) {
            session = null;
            open.abort(e);
            throw open.failure(e);
        } finally {
            closing = thread.schedule(this::closeWhenIdle, idle.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private HistorySession open(Access access, AtomicBoolean abandoned) {
        HistorySession open = session;
        if (open != null && open.isCopy()) {
            closeSession();
            open = null;
        }
        if (open == null) {
            open = source.open(access, () -> closed || abandoned.get());
            session = open;
        }
        return open;
    }

    private void closeWhenIdle() {
        if (runsUnderWay.isEmpty()) {
            closeSession();
        }
    }

    private void closeSession() {
        HistorySession open = session;
        session = null;
        if (open != null) {
            open.close();
        }
    }
}
