package dev.assay.history.database;

import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Something to be recorded, which another write may take along. Used on the thread of the database alone. */
final class QueuedWrite<T> {
    private final Function<Handle, T> work;
    private @Nullable T result;
    private boolean done;

    QueuedWrite(Function<Handle, T> work) {
        this.work = work;
    }

    /** Does it within a transaction, which may still fail. */
    void perform(Handle transaction) {
        result = work.apply(transaction);
    }

    /** The transaction is on disk. */
    void done() {
        done = true;
    }

    boolean isDone() {
        return done;
    }

    /** What came of it, once it is done. */
    T result() {
        return Objects.requireNonNull(result);
    }
}
