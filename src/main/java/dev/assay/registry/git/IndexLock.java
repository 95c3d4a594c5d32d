package dev.assay.registry.git;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The file that keeps others from writing while a git program writes; one that crashed leaves it behind.
 *
 * @param path the file
 * @param since when it was made
 */
public record IndexLock(Path path, FileTime since) {

    /** The lock of a repository, or empty where nobody holds it. */
    public static Optional<IndexLock> of(GitWorkspace workspace) {
        Path lock = workspace.repository().getDirectory().toPath().resolve("index.lock");
        try {
            return Optional.of(new IndexLock(lock, Files.getLastModifiedTime(lock)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("Cannot look at " + lock + ": " + GitFailures.reason(e), e);
        }
    }

    /** How long it has been held; never negative. */
    public Duration age(Instant now) {
        Duration age = Duration.between(since.toInstant(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Its age in words, such as {@code 3 h 0 min}. */
    public String ageInWords(Instant now) {
        return GitFailures.inWords(age(now));
    }

    /**
     * Removes it. Only where the user has said so: a program that still writes would be disturbed.
     *
     * @throws InputException where it is no longer the same lock
     */
    public void remove() {
        try {
            if (!Files.getLastModifiedTime(path).equals(since)) {
                throw new InputException(path + " is held by another program now: wait for it to finish");
            }
            Files.delete(path);
        } catch (NoSuchFileException e) {
            throw new InputException(path + " has gone already: try again what was refused");
        } catch (IOException e) {
            throw new StorageException("Cannot remove " + path + ": " + GitFailures.reason(e), e);
        }
    }
}
