package dev.assay.history;

import dev.assay.llm.StorageException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open database, with what is to be done once it is closed. */
final class HistorySession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HistorySession.class);

    private final String name;
    private final Handle handle;
    private final boolean copy;
    private final Runnable afterwards;

    private HistorySession(String name, Handle handle, boolean copy, Runnable afterwards) {
        this.name = name;
        this.handle = handle;
        this.copy = copy;
        this.afterwards = afterwards;
    }

    /**
     * Opens a database and brings its tables up to date.
     *
     * @param name how to call it in messages
     * @param url a JDBC address of H2
     * @param copy whether it is a copy, so that nothing must be recorded in it
     * @param afterwards runs once the database is closed, or where it cannot be opened
     */
    static HistorySession open(String name, String url, boolean copy, Runnable afterwards) {
        var source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("assay");
        Handle handle = null;
        boolean opened = false;
        try {
            handle = Jdbi.create(source).open();
            Schema.bringUpToDate(handle, source, name);
            opened = true;
            return new HistorySession(name, handle, copy, afterwards);
        } catch (JdbiException | FlywayException e) {
            throw new StorageException(
                    "Cannot open the run history " + name + ": " + reason(e)
                            + "; the file is left as it is, move it away to begin a new history",
                    e);
        } finally {
            if (!opened) {
                close(handle, afterwards);
            }
        }
    }

    Handle handle() {
        return handle;
    }

    boolean isCopy() {
        return copy;
    }

    /** Closes a database that failed; a damaged one without the tidying that would rewrite its file. */
    void abort(JdbiException failure) {
        try {
            if (damage(failure).isPresent()) {
                handle.execute("shutdown immediately");
            }
        } catch (JdbiException e) {
            LOG.debug("The connection was already gone", e);
        }
        try {
            close(handle, afterwards);
        } catch (JdbiException e) {
            LOG.debug("The connection could not be closed either", e);
        }
    }

    @Override
    public void close() {
        try {
            close(handle, afterwards);
        } catch (JdbiException e) {
            throw failure(e);
        }
    }

    private static void close(@Nullable Handle handle, Runnable afterwards) {
        try {
            if (handle != null) {
                handle.close();
            }
        } finally {
            afterwards.run();
        }
    }

    /** What to throw where reading or recording failed. */
    StorageException failure(JdbiException e) {
        return new StorageException("The run history " + name + " failed: " + reason(e), e);
    }

    /** The reason of a failure in one line, as the database or the disk gives it, without the statement. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof SQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        var damage = damage(cause);
        if (damage.isPresent()) {
            return "the file is damaged (" + firstPart(damage.get()) + ")";
        }
        return firstPart(cause);
    }

    private static Optional<MVStoreException> damage(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(MVStoreException.class::isInstance)
                .map(MVStoreException.class::cast)
                .filter(e -> e.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT)
                .findFirst();
    }

    /** Without the statement, its values, and numbers of no use to the user. */
    private static String firstPart(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.split("; SQL statement|, chunk chunk:", 2)[0].strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
