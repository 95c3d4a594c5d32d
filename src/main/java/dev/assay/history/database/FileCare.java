package dev.assay.history.database;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to the file of the history while nobody has it open. Whatever fails leaves the file as it was.
 *
 * @param file the history, held by the caller
 */
public record FileCare(DatabaseFile file) {

    /** Gives the room of what was deleted back to the disk; does nothing where there is no file. */
    public void compact() {
        if (file.isThere()) {
            HistorySession session = file.open(file.path().toString(), false, () -> {});
            try {
                // Plain JDBC, as Jdbi asks the database that has just been closed for its result.
                session.handle().getConnection().createStatement().execute("shutdown compact");
            } catch (SQLException e) {
                throw new StorageException(
                        "Cannot compact the run history " + file.path() + ": " + HistorySession.reason(e), e);
            } finally {
                session.abandon();
            }
        }
    }

    /**
     * Puts a backup in the place of the history.
     *
     * @param backup as {@code backup to} wrote it
     * @return where the history as it was before is now, or null where there was none
     * @throws InputException where it is no backup, or a damaged one
     */
    public @Nullable Path restore(Path backup) {
        try (Workshop workshop = Workshop.of(file)) {
            unpack(backup, workshop.made().path());
            try {
                FileHeader.requireWhole(workshop.made().path());
                workshop.made().open(backup.toString(), false, () -> {}).close();
            } catch (StorageException e) {
                throw new InputException("The backup " + backup + " was not put back: " + e.getMessage());
            }
            if (file.isThere()) {
                return workshop.swap("replaced");
            }
            workshop.replace();
            return null;
        }
    }

    private static void unpack(Path backup, Path target) {
        if (!Files.isRegularFile(backup)) {
            throw new InputException("There is no backup " + backup);
        }
        try (var zip = new ZipFile(backup.toFile())) {
            var entry = zip.getEntry(DatabaseFile.NAME);
            if (entry == null) {
                throw new InputException(backup + " is no backup of a history: " + DatabaseFile.NAME + " is not in it");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (ZipException e) {
            throw new InputException(backup + " is no backup of a history: " + HistorySession.reason(e));
        } catch (IOException e) {
            throw DatabaseFile.failed("Cannot read the backup " + backup, e);
        }
    }

    /** Sets a damaged file aside and saves what can be read of it. */
    public Salvage salvage() {
        if (!file.isThere()) {
            throw new InputException("There is no history in " + file.folder());
        }
        return Salvage.of(file);
    }

    /**
     * Encrypts it.
     *
     * @throws InputException where it is encrypted already, or no passphrase is given
     */
    public void encrypt() {
        if (file.isEncrypted()) {
            throw new InputException("The history is encrypted already");
        }
        if (!file.isThere()) {
            file.open(file.path().toString(), false, () -> {}).close();
        }
        String passphrase = file.passphrase()
                .get()
                .orElseThrow(() -> new InputException("Give a passphrase first: set the environment variable "
                        + DatabaseFile.PASSPHRASE + ", or keep one with: assay keys set " + DatabaseFile.PASSPHRASE));
        recode(null, passphrase);
    }

    /** Makes it readable without a passphrase; the right one must be given. */
    public void decrypt() {
        if (!file.isEncrypted()) {
            throw new InputException("The history is not encrypted");
        }
        recode(file.requirePassphrase(), null);
    }

    private void recode(@Nullable String before, @Nullable String after) {
        // A wrong passphrase is told before anything is written.
        file.open(file.path().toString(), false, () -> {}).close();
        try (Workshop workshop = Workshop.of(file)) {
            Files.copy(file.path(), workshop.made().path());
            Salvage.encrypt(workshop.resolve(""), DatabaseFile.DATABASE, before, after);
            workshop.made().open("recoded", false, () -> {}).close();
            workshop.replace();
        } catch (IOException e) {
            throw DatabaseFile.failed("Cannot change the encryption of the run history " + file.path(), e);
        }
    }
}
