package dev.assay.history;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history in a file that one process uses at a time. The others wait; whoever only reads gets a copy after a
 * while. Used by one thread.
 */
final class HistoryFile implements HistorySource {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
    private static final String FILE = "history.mv.db";
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int COPIES = 3;

    /** Every commit is written before it returns, and errors go to the caller instead of into a trace file. */
    private static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private final Path folder;
    private final String holder;
    private final Consumer<String> notices;
    private final Patience patience;
    private boolean waitedInVain;

    HistoryFile(Path folder, String holder, Consumer<String> notices, Patience patience) {
        this.folder = folder.toAbsolutePath();
        this.holder = holder;
        this.notices = notices;
        this.patience = patience;
        if (this.folder.toString().contains(";")) {
            throw new StorageException("The history cannot be kept in " + folder + ": its path must not contain ';'");
        }
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
        throw new StorageException("The run history is held by " + HistoryLock.holder(folder)
                + ": nothing was recorded; let it finish or close it, then run this again");
    }

    private HistorySession openOwn(HistoryLock lock) {
        Path file = folder.resolve(FILE);
        try {
            FileHeader.requireWhole(file);
        } catch (StorageException e) {
            lock.close();
            throw e;
        }
        return HistorySession.open(file.toString(), url(folder, Files.exists(file)), false, lock::close);
    }

    private Optional<HistoryLock> waitForLock(Access access, BooleanSupplier abandoned) {
        Duration wait = access == Access.WRITE ? patience.write() : waitedInVain ? Duration.ZERO : patience.read();
        long deadline = System.nanoTime() + wait.toNanos();
        Optional<HistoryLock> lock = HistoryLock.tryAcquire(folder, holder);
        if (lock.isEmpty() && !waitedInVain) {
            notices.accept("Waiting for the run history, held by " + HistoryLock.holder(folder));
        }
        while (lock.isEmpty() && System.nanoTime() < deadline) {
            pause(abandoned);
            lock = HistoryLock.tryAcquire(folder, holder);
        }
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
                            + ", since it is held by " + HistoryLock.holder(folder));
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
            copy.resolve(FILE).toFile().deleteOnExit();
            try {
                Files.copy(folder.resolve(FILE), copy.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                delete(copy);
                throw e;
            }
            return HistorySession.open(folder.resolve(FILE) + " (copy)", url(copy, true), true, () -> delete(copy));
        } catch (IOException e) {
            throw new StorageException(
                    "Cannot copy the run history " + folder.resolve(FILE) + " to read it while it is held by "
                            + HistoryLock.holder(folder) + ": " + HistorySession.reason(e),
                    e);
        }
    }

    private static String url(Path folder, boolean exists) {
        return "jdbc:h2:file:" + folder.resolve("history") + (exists ? ";IFEXISTS=TRUE" : "") + SETTINGS;
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy.resolve(FILE));
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            LOG.warn("Cannot delete the copy of the history in {}", copy, e);
        }
    }
}
