package dev.assay.llm;

import org.jspecify.annotations.Nullable;

/**
 * Anything that can go wrong, split by what the caller does next: mend the input ({@link InputException}), mend the
 * disk or the repository ({@link StorageException}), wait or choose another provider ({@link LlmException}), or stop
 * ({@link CancelledException}). Every message is one line for the user: what was wrong, where, and the mend.
 */
public abstract sealed class AssayException extends RuntimeException
        permits InputException, StorageException, LlmException, CancelledException {
    protected AssayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message for the user; never null. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? getClass().getSimpleName() : message;
    }
}
