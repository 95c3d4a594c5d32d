package dev.assay.history.database;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The file of the database, plain or encrypted.
 *
 * @param folder where it is
 * @param passphrase what opens an encrypted file, where the user has given one; slow, as it may ask a keychain
 */
public record DatabaseFile(Path folder, Supplier<Optional<String>> passphrase) {
    /** The file in its folder. */
    public static final String NAME = "history.mv.db";

    /** What the passphrase is called among the user's keys. */
    public static final String PASSPHRASE = "ASSAY_HISTORY_PASSPHRASE";

    static final String USER = "assay";
    static final String CIPHER = "AES";

    /** The name as H2 wants it. */
    static final String DATABASE = "history";

    /**
     * Every commit is written before it returns, and errors go to the caller instead of into a trace file. Room that
     * became free is not written to again before the file is closed: H2 takes it with the very write that gives it up,
     * and where the process is killed during that write the commit before it cannot be read any more.
     */
    private static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=86400000;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private static final byte[] ENCRYPTED = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

    public DatabaseFile {
        folder = folder.toAbsolutePath();
        if (folder.toString().contains(";")) {
            throw new StorageException("The history cannot be kept in " + folder + ": its path must not contain ';'");
        }
    }

    /** The file itself. */
    public Path path() {
        return folder.resolve(NAME);
    }

    /** Whether there is one. */
    public boolean isThere() {
        return Files.exists(path());
    }

    /** Bytes on disk; 0 where there is none. */
    public long size() {
        try {
            return isThere() ? Files.size(path()) : 0;
        } catch (IOException e) {
            throw failed("Cannot read the run history " + path(), e);
        }
    }

    /** Whether a passphrase is needed. */
    public boolean isEncrypted() {
        if (!isThere()) {
            return false;
        }
        try (var in = Files.newInputStream(path())) {
            return Arrays.equals(in.readNBytes(ENCRYPTED.length), ENCRYPTED);
        } catch (IOException e) {
            throw failed("Cannot read the run history " + path(), e);
        }
    }

    /** The same file elsewhere. */
    DatabaseFile in(Path other) {
        return new DatabaseFile(other, passphrase);
    }

    /**
     * The passphrase.
     *
     * @throws InputException where none was given
     */
    String requirePassphrase() {
        return passphrase
                .get()
                .orElseThrow(() -> new InputException("The run history " + path()
                        + " is encrypted: set the environment variable " + PASSPHRASE
                        + ", or keep its passphrase with: assay keys set " + PASSPHRASE));
    }

    /**
     * Opens it and brings its tables up to date; makes it where there is none.
     *
     * @param copy whether nothing must be recorded in it
     * @param afterwards runs once it is closed; not where it cannot be opened
     */
    HistorySession open(String name, boolean copy, Runnable afterwards) {
        return HistorySession.open(name, url(), password(), FileHeader.version(path()), copy, afterwards);
    }

    /** The JDBC address. */
    String url() {
        return "jdbc:h2:file:" + folder.resolve(DATABASE) + (isThere() ? ";IFEXISTS=TRUE" : "")
                + (isEncrypted() ? ";CIPHER=" + CIPHER : "") + SETTINGS;
    }

    /** The password, as H2 wants it: that of the file, a blank, that of the user, who has none. */
    String password() {
        return isEncrypted() ? requirePassphrase() + " " : "";
    }

    static StorageException failed(String what, IOException e) {
        return new StorageException(what + ": " + HistorySession.reason(e), e);
    }
}
