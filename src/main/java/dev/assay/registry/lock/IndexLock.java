package dev.assay.registry.lock;

import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import dev.assay.registry.git.GitFailures;
import dev.assay.registry.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that keeps others from writing while a git program writes; one that crashed leaves it behind.
 *
 * @param path the file
 * @param since when it was made
 */
public record IndexLock(Path path, FileTime since) {

    private static final Logger LOG = LoggerFactory.getLogger(IndexLock.class);
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int POLLS = 100;
    private static final Duration POLL = Duration.ofMillis(20);

    /** The lock of a repository, or empty where nobody holds it. */
    public static Optional<IndexLock> of(GitWorkspace workspace) {
        return at(file(workspace));
    }

    private static Path file(GitWorkspace workspace) {
        return workspace.repository().getDirectory().toPath().resolve("index.lock");
    }

    /** The lock at that path, or empty where there is none. */
    public static Optional<IndexLock> at(Path lock) {
        try {
            return Optional.of(new IndexLock(lock, Files.getLastModifiedTime(lock)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("Cannot look at " + lock + ": " + GitFailures.reason(e), e);
        }
    }

    /**
     * Waits while other programs lock the index for a moment, as they do whenever they look at it.
     *
     * @throws dev.assay.registry.git.LockedException where the lock stays
     */
    public static void await(GitWorkspace workspace, InstantSource clock) {
        Path lock = file(workspace);
        try {
            // Counted, since the clock of a disk in the network may be ahead.
            for (int i = 0; i < POLLS && Files.exists(lock) && isFresh(lock, clock.instant()); i++) {
                Thread.sleep(POLL);
            }
            if (Files.exists(lock)) {
                throw GitFailures.locked(lock, clock.instant(), new FileAlreadyExistsException(lock.toString()));
            }
        } catch (IOException e) {
            LOG.debug("The lock {} has just gone", lock, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("Stopped while waiting for " + lock);
        }
    }

    private static boolean isFresh(Path lock, Instant now) throws IOException {
        return Files.getLastModifiedTime(lock).toInstant().isAfter(now.minus(MOMENT));
    }

    /** How long it has been held; never negative. */
    public Duration age(Instant now) {
        Duration age = Duration.between(since.toInstant(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Programs that run now and may hold it; slow. None where the one that made it has ended. */
    public List<LockHolder> holders() {
        return new LockHolders(path).find();
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
