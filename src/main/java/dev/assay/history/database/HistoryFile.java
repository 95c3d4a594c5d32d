package dev.assay.history.database;

import dev.assay.llm.CancelledException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history in a file that one process uses at a time. The others wait; whoever only reads gets a copy after a
 * while. Used by one thread.
 */
public final class HistoryFile implements HistorySource {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int COPIES = 3;

    private final DatabaseFile file;
    private final String holder;
    private final Consumer<String> notices;
    private final Patience patience;
    private boolean waitedInVain;

    /**
     * The history of one file.
     *
     * @param holder how to call this process to others
     * @param notices hears one line for the user when another process is in the way, or the file was damaged
     */
    public HistoryFile(DatabaseFile file, String holder, Consumer<String> notices, Patience patience) {
        this.file = file;
        this.holder = holder;
        this.notices = notices;
        this.patience = patience;
    }

    @Override
    public HistorySession open(Access access, BooleanSupplier abandoned) {
        Optional<HistoryLock> lock = waitForLock(access, abandoned);
        if (lock.isPresent()) {
            waitedInVain = false;
            return openOwn(lock.get());
        }
        if (access == Access.READ) {
            return openCopy();
        }
        throw held();
    }

    private StorageException held() {
        return new StorageException("The run history is held by " + HistoryLock.holder(file.folder())
                + ": nothing was recorded; let it finish or close it, then run this again");
    }

    @Override
    public Optional<DatabaseFile> file() {
        return Optional.of(file);
    }

    @Override
    public <T> T alone(BooleanSupplier abandoned, Function<DatabaseFile, T> work) {
        HistoryLock lock = waitForLock(Access.WRITE, abandoned).orElseThrow(this::held);
        try {
            return work.apply(file);
        } finally {
            lock.close();
        }
    }

    /** The lock is held until the session is closed, or given back where none can be opened. */
    private HistorySession openOwn(HistoryLock lock) {
        boolean opened = false;
        try {
            HistorySession session = openOrSalvage(lock);
            opened = true;
            return session;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private HistorySession openOrSalvage(HistoryLock lock) {
        try {
            FileHeader.requireWhole(file.path());
            return file.open(file.path().toString(), false, lock::close);
        } catch (DamagedException e) {
            LOG.debug("The history is damaged", e);
            notices.accept(e.getMessage());
            notices.accept(Salvage.of(file).sentence());
            return file.open(file.path().toString(), false, lock::close);
        }
    }

    private Optional<HistoryLock> waitForLock(Access access, BooleanSupplier abandoned) {
        Duration wait = access == Access.WRITE ? patience.write() : waitedInVain ? Duration.ZERO : patience.read();
        long deadline = System.nanoTime() + wait.toNanos();
        Optional<HistoryLock> lock = HistoryLock.tryAcquire(file.folder(), holder);
        if (lock.isEmpty() && !waitedInVain) {
            notices.accept("Waiting for the run history, held by " + HistoryLock.holder(file.folder()));
        }
        while (lock.isEmpty() && System.nanoTime() < deadline) {
            pause(abandoned);
            lock = HistoryLock.tryAcquire(file.folder(), holder);
        }
        lock.ifPresent(held -> Workshop.sweep(file.folder()));
        return lock;
    }

    private static void pause(BooleanSupplier abandoned) {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (abandoned.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancelledException("Stopped while waiting for the run history");
        }
    }

    /** A copy made while the other process writes may be cut; it is then made again. */
    private HistorySession openCopy() {
        for (int attempt = 1; ; attempt++) {
            try {
                HistorySession session = openOneCopy();
                if (!waitedInVain) {
                    notices.accept("Reading a copy of the run history made at "
                            + LocalTime.now(ZonedDateTime.now().getZone()).truncatedTo(ChronoUnit.SECONDS)
                            + ", since it is held by " + HistoryLock.holder(file.folder()));
                }
                waitedInVain = true;
                return session;
            } catch (StorageException e) {
                if (attempt == COPIES) {
                    throw e;
                }
            }
        }
    }

    private HistorySession openOneCopy() {
        try {
            Path copy = Files.createTempDirectory("assay-history");
            // Where the process ends without closing; the folder comes last, as it must be empty.
            copy.toFile().deleteOnExit();
            copy.resolve(DatabaseFile.NAME).toFile().deleteOnExit();
            try {
                Files.copy(file.path(), copy.resolve(DatabaseFile.NAME), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                delete(copy);
                throw e;
            }
            boolean opened = false;
            try {
                HistorySession session = file.in(copy).open(file.path() + " (copy)", true, () -> delete(copy));
                opened = true;
                return session;
            } finally {
                if (!opened) {
                    delete(copy);
                }
            }
        } catch (IOException e) {
            throw new StorageException(
                    "Cannot copy the run history " + file.path() + " to read it while it is held by "
                            + HistoryLock.holder(file.folder()) + ": " + HistorySession.reason(e),
                    e);
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy.resolve(DatabaseFile.NAME));
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            LOG.warn("Cannot delete the copy of the history in {}", copy, e);
        }
    }
}
