package dev.assay.history.database;

import dev.assay.llm.InputException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Where the database is opened. */
@FunctionalInterface
public interface HistorySource {

    /** What a database is opened for. */
    enum Access {
        READ,
        WRITE
    }

    /**
     * Opens the database, waiting for another process where need be.
     *
     * @param abandoned whether nobody waits for it any more
     * @throws dev.assay.llm.StorageException where it cannot be opened
     * @throws dev.assay.llm.CancelledException where the wait was abandoned
     */
    HistorySession open(Access access, BooleanSupplier abandoned);

    /** The file of its own that the database is in; empty where it is in none. */
    default Optional<DatabaseFile> file() {
        return Optional.empty();
    }

    /**
     * Does something to the closed file while nobody else uses it.
     *
     * @throws InputException where there is no file
     * @throws dev.assay.llm.StorageException where another process holds it for too long, or the work fails so
     */
    default <T> T alone(BooleanSupplier abandoned, Function<DatabaseFile, T> work) {
        throw new InputException("This history is kept in no file of its own");
    }
}
