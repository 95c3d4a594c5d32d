package dev.assay.history.database;

import dev.assay.llm.InputException;
import dev.assay.llm.outbound.OutboundLog;
import dev.assay.llm.outbound.Purpose;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The history of a team on a PostgreSQL server, which all may use at a time.
 *
 * @param url its JDBC address
 * @param user who logs in; may be empty
 * @param password of the user; may be empty
 */
public record HistoryServerSource(String url, String user, String password) implements HistorySource {
    private static final int SECONDS = 15;

    @Override
    public HistorySession open(Access access, BooleanSupplier abandoned) {
        var source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException e) {
            throw new InputException("The database address " + this
                    + " cannot be read: write it as jdbc:postgresql://HOST:PORT/DATABASE, in history.yaml");
        }
        if (!user.isEmpty()) {
            source.setUser(user);
        }
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
        source.setApplicationName("assay");
        source.setConnectTimeout(SECONDS);
        OutboundLog.ofProcess().contacted(source.getServerNames()[0], Purpose.HISTORY);
        return HistorySession.open(toString(), source);
    }

    @Override
    public <T> T alone(BooleanSupplier abandoned, Function<DatabaseFile, T> work) {
        throw new InputException("The history is kept on the server " + this
                + ", which has its own ways of doing this; Assay does it to a history in a file alone");
    }

    /** The address without what may be secret. */
    @Override
    public String toString() {
        return url.replaceFirst("[?].*", "");
    }
}
