package dev.assay.registry.git;

import dev.assay.llm.StorageException;
import java.nio.file.Path;

/** A lock keeps git from writing: another program is at work, or one has crashed and left it behind. */
public final class LockedException extends StorageException {
    private final transient Path lock;

    LockedException(String message, Path lock, Throwable cause) {
        super(message, cause);
        this.lock = lock;
    }

    /** The lock file; it may have gone by now. */
    public Path lock() {
        return lock;
    }
}
