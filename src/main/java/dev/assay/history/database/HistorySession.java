package dev.assay.history.database;

import dev.assay.llm.StorageException;
import java.io.EOFException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
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
public final class HistorySession implements AutoCloseable {
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
     * @param password as H2 wants it; empty where there is none
     * @param known the version of the content that the file itself names, at least; 0 where it names none
     * @param afterwards runs once the database is closed; not where it cannot be opened
     */
    public static HistorySession open(
            String name, String url, String password, long known, boolean copy, Runnable afterwards) {
        var source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(DatabaseFile.USER);
        source.setPassword(password);
        try {
            return open(name, source, known, copy, afterwards);
        } catch (JdbiException | FlywayException e) {
            String told = "Cannot open the run history " + name + ": ";
            if (!password.isEmpty() && damage(e).isPresent()) {
                throw new StorageException(
                        told + "the passphrase is another one, or the file is damaged; the file is left as it is", e);
            }
            if (damage(e).isPresent()) {
                throw new DamagedException(told + reason(e), e);
            }
            throw new StorageException(
                    told + reason(e) + "; the file is left as it is, move it away to begin a new history", e);
        }
    }

    /**
     * Opens the database of a server and brings its tables up to date.
     *
     * @param name how to call it in messages
     */
    static HistorySession open(String name, DataSource source) {
        try {
            return open(name, source, 0, false, () -> {});
        } catch (JdbiException | FlywayException e) {
            throw new StorageException(
                    "Cannot open the run history " + name + ": " + reason(e) + "; see history.yaml", e);
        }
    }

    private static HistorySession open(String name, DataSource source, long known, boolean copy, Runnable afterwards) {
        Handle handle = null;
        boolean opened = false;
        try {
            handle = Jdbi.create(source).open();
            requireVersion(handle, known, name);
            Schema.bringUpToDate(handle, source, name);
            opened = true;
            return new HistorySession(name, handle, copy, afterwards);
        } finally {
            if (!opened) {
                closeQuietly(handle, () -> {});
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
                shutDown(handle);
            }
        } finally {
            abandon();
        }
    }

    /** Without the tidying that would rewrite the file. */
    private static void shutDown(Handle handle) {
        try {
            handle.execute("shutdown immediately");
        } catch (JdbiException e) {
            LOG.debug("The connection is gone before it answers", e);
        }
    }

    /** Closes what the database may have closed itself. */
    void abandon() {
        closeQuietly(handle, afterwards);
    }

    @Override
    public void close() {
        try {
            close(handle, afterwards);
        } catch (JdbiException e) {
            throw failure(e);
        }
    }

    private static void closeQuietly(@Nullable Handle handle, Runnable afterwards) {
        try {
            close(handle, afterwards);
        } catch (JdbiException e) {
            LOG.debug("The connection was already gone", e);
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

    /** H2 opens a file with a damaged part as it was some time before, and the next write would lose the rest for good. */
    private static void requireVersion(Handle handle, long known, String name) {
        if (known == 0) {
            return;
        }
        long version = handle.createQuery("select setting_value from information_schema.settings"
                        + " where setting_name = 'info.CURRENT_VERSION'")
                .mapTo(Long.class)
                .findFirst()
                .orElse(known);
        if (version < known) {
            shutDown(handle);
            throw new DamagedException("Cannot open the run history " + name
                    + ": a part of the file is damaged, so that it could only be read as it was some time before");
        }
    }

    /** What to throw where reading or recording failed. */
    StorageException failure(JdbiException e) {
        String mend = damage(e).isPresent() ? "; what can be read of it is saved by: assay history salvage" : "";
        return new StorageException("The run history " + name + " failed: " + reason(e) + mend, e);
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
                .filter(e -> e.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT || endsTooEarly(e))
                .findFirst();
    }

    /** A disk that cannot be read is another matter: no harm was done to what is on it. */
    private static boolean endsTooEarly(MVStoreException failure) {
        return failure.getErrorCode() == DataUtils.ERROR_READING_FAILED && failure.getCause() instanceof EOFException;
    }

    /** Without the statement, its values, and numbers of no use to the user. */
    private static String firstPart(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.split("; SQL statement|, chunk chunk:", 2)[0].strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
