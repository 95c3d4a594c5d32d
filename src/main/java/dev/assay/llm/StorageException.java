package dev.assay.llm;

/** The disk, the repository or the history could not be read or written: the user mends that and tries again. */
public non-sealed class StorageException extends AssayException {
    public StorageException(String message) {
        super(message, null);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
