package dev.assay.history;

import dev.assay.llm.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** An open database, with what is to be done once it is closed. */
final class HistorySession implements AutoCloseable {
    private final Handle handle;
    private final boolean copy;
    private final Runnable afterwards;

    private HistorySession(Handle handle, boolean copy, Runnable afterwards) {
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
        boolean opened = false;
        try {
            Connection connection = source.getConnection();
            try {
                Handle handle = Jdbi.create(connection).open();
                Schema.bringUpToDate(handle, source, name);
                opened = true;
                return new HistorySession(handle, copy, afterwards);
            } finally {
                if (!opened) {
                    connection.close();
                }
            }
        } catch (SQLException | JdbiException | FlywayException e) {
            throw new StorageException(
                    "Cannot open the run history " + name + ": " + reason(e)
                            + "; the file is left as it is, move it away to begin a new history",
                    e);
        } finally {
            if (!opened) {
                afterwards.run();
            }
        }
    }

    Handle handle() {
        return handle;
    }

    boolean isCopy() {
        return copy;
    }

    @Override
    public void close() {
        try {
            handle.close();
        } finally {
            afterwards.run();
        }
    }

    /** The reason of a failure in one line, as the database or the disk gives it, without the statement. */
    static String reason(Throwable thrown) {
        boolean wrapped = thrown instanceof JdbiException || thrown instanceof FlywayException;
        Throwable failure = wrapped && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        int statement = message.indexOf("; SQL statement");
        return (statement < 0 ? message : message.substring(0, statement))
                .strip()
                .replaceAll("\\s*\\R\\s*", " ");
    }
}
