package dev.assay.history.keeping;

import dev.assay.history.database.DatabaseFile;
import dev.assay.history.database.FileCare;
import dev.assay.history.database.HistoryDatabase;
import dev.assay.history.database.Salvage;
import dev.assay.history.keeping.OldTexts.Batch;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the history whole and small. Every method is slow, throws {@link StorageException} where the
 * database or the disk fails, and leaves the history as it was then. Safe for use by many threads.
 */
public final class HistoryKeeper {
    /** A run that is younger may still be under way in another process. */
    private static final Duration FRESH = Duration.ofDays(7);

    /** Estimates of what goes with a text are not exact, so that the file is measured and pruned again. */
    private static final int ROUNDS = 5;

    private final HistoryDatabase database;
    private final Runnable dropIndex;

    /**
     * Made by the history itself.
     *
     * @param dropIndex lets the index of words go, which knows texts that are gone, or are secret now
     */
    public HistoryKeeper(HistoryDatabase database, Runnable dropIndex) {
        this.database = database;
        this.dropIndex = dropIndex;
    }

    /**
     * Writes a backup, also while runs go on; an encrypted history stays encrypted in it.
     *
     * @param target a zip file that is not there yet
     * @return its bytes
     * @throws InputException where there is such a file, or its folder is not there
     */
    public long backup(Path target) {
        requireFile();
        Path file = target.toAbsolutePath();
        if (Files.exists(file)) {
            throw new InputException("There is a file " + target + " already; give the backup another name");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException("There is no folder " + folder + " for the backup");
        }
        database.read(handle -> handle.execute("backup to '" + file.toString().replace("'", "''") + "'"));
        return size(file);
    }

    /** Says why where there is none. */
    private void requireFile() {
        if (database.file().isEmpty()) {
            database.alone(DatabaseFile::path);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new StorageException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts a backup in the place of the history.
     *
     * @return where the history as it was before is now, or null where there was none
     * @throws InputException where it is no backup, or a damaged one, or a run is under way
     */
    public @Nullable Path restore(Path backup) {
        Path[] before = {null};
        database.alone(file -> {
            before[0] = new FileCare(file).restore(backup);
            return file;
        });
        dropIndex.run();
        return before[0];
    }

    /** Reads everything, to find damage before it is needed; also while runs go on. */
    public Checked check() {
        Map<String, Long> rows = database.read(HistoryKeeper::readAll);
        return database.file()
                .map(file -> new Checked(rows, file.size(), file.isEncrypted()))
                .orElseGet(() -> new Checked(rows, 0, false));
    }

    private static Map<String, Long> readAll(Handle handle) {
        List<String> tables = handle.createQuery("select table_name from information_schema.tables"
                        + " where upper(table_schema) = 'PUBLIC' and table_type = 'BASE TABLE'")
                .mapTo(String.class)
                .list();
        Map<String, Long> rows = new HashMap<>();
        for (String table : tables) {
            long[] count = {0};
            handle.createQuery("select * from \"" + table + "\"")
                    .map((row, context) -> read(row))
                    .forEach(columns -> count[0]++);
            rows.put(table.toLowerCase(Locale.ROOT), count[0]);
        }
        return rows;
    }

    private static int read(ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            row.getString(i);
        }
        return columns;
    }

    /** Sets a damaged file aside and saves what can be read of it. */
    public Salvage salvage() {
        Salvage salvage = database.alone(file -> new FileCare(file).salvage());
        dropIndex.run();
        return salvage;
    }

    /** Gives the room of what was deleted back to the disk; returns the bytes of the file before and after. */
    public Pruned compact() {
        return database.alone(file -> {
            long before = file.size();
            new FileCare(file).compact();
            return new Pruned(0, 0, before, file.size());
        });
    }

    /**
     * Lets old texts go. Figures of calls stay, and so does what has a star.
     *
     * @param now what ages count back from
     * @param really whether it is done, or only told
     */
    public Pruned prune(Retention retention, Instant now, boolean really) {
        long before = size();
        List<Batch> gone = new ArrayList<>();
        Duration age = retention.maxAge();
        if (age != null) {
            gone.addAll(candidates(now.minus(age), now));
            delete(gone, really);
        }
        Long most = retention.maxBytes();
        if (most != null) {
            requireFile();
            if (really) {
                gone.addAll(pruneToSize(most, !gone.isEmpty(), now));
            } else {
                gone = more(gone, tooMany(most, now));
            }
        }
        if (really && !gone.isEmpty()) {
            if (database.file().isPresent()) {
                compact();
            }
            dropIndex.run();
        }
        long runs = gone.stream().filter(OldTexts.OfRun.class::isInstance).count();
        long singles = gone.stream()
                .mapToLong(batch -> batch instanceof OldTexts.OfDay day ? day.calls() : 0)
                .sum();
        return new Pruned(runs, singles, before, size());
    }

    private List<Batch> pruneToSize(long most, boolean compactFirst, Instant now) {
        List<Batch> gone = new ArrayList<>();
        if (compactFirst) {
            compact();
        }
        for (int round = 0; round < ROUNDS; round++) {
            List<Batch> oldest = tooMany(most, now);
            if (oldest.isEmpty()) {
                break;
            }
            gone.addAll(oldest);
            delete(oldest, true);
            compact();
        }
        return gone;
    }

    /** Both are the oldest of all, so that one holds what the other does. */
    private static List<Batch> more(List<Batch> some, List<Batch> others) {
        return some.stream().mapToLong(Batch::size).sum()
                        > others.stream().mapToLong(Batch::size).sum()
                ? some
                : others;
    }

    /** The oldest that must go until the file has about so many bytes; empty where it has no more. */
    private List<Batch> tooMany(long most, Instant now) {
        long bytes = size();
        if (bytes <= most) {
            return List.of();
        }
        long characters = Math.max(1, database.read(OldTexts::size));
        double bytesEach = (double) bytes / characters;
        List<Batch> oldest = new ArrayList<>();
        double freed = 0;
        for (Batch batch : candidates(now, now)) {
            if (freed >= bytes - most) {
                break;
            }
            oldest.add(batch);
            freed += batch.size() * bytesEach;
        }
        return oldest;
    }

    private List<Batch> candidates(Instant before, Instant now) {
        return database.read(handle -> OldTexts.before(handle, before, now.minus(FRESH)));
    }

    private void delete(List<Batch> batches, boolean really) {
        if (really) {
            batches.forEach(batch -> database.write(handle -> {
                OldTexts.delete(handle, batch);
                return batch;
            }));
        }
    }

    /** Encrypts the file with the passphrase that was given; the words of its texts stay on no disk. */
    public void encrypt() {
        database.alone(file -> {
            new FileCare(file).encrypt();
            return file;
        });
        dropIndex.run();
    }

    /** Makes the file readable without a passphrase. */
    public void decrypt() {
        database.alone(file -> {
            new FileCare(file).decrypt();
            return file;
        });
    }

    private long size() {
        return database.file().map(DatabaseFile::size).orElse(0L);
    }

    /**
     * Copies everything into the history of a team, in which nothing is told twice; what is there stays.
     *
     * @param team the history to copy into
     */
    public Uploaded upload(HistoryKeeper team) {
        return new Upload(database, team.database).run();
    }
}
