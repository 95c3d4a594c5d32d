package dev.assay.history.database;

import dev.assay.llm.StorageException;

/** The file of the history cannot be read as it is: it was cut short, or bytes in it have changed. */
final class DamagedException extends StorageException {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
        super(message);
    }

    DamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
