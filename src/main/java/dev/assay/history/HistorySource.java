package dev.assay.history;

import java.util.function.BooleanSupplier;

/** Where the database is opened. */
@FunctionalInterface
interface HistorySource {

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
}
