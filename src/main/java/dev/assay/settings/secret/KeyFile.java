package dev.assay.settings.secret;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The user's keys in an encrypted file of their own configuration folder. A key has the name of the environment variable
 * that it stands in for, so that a workspace's settings say the same for everybody. Thread-safe.
 */
public final class KeyFile implements SecretStore {
    /** The environment variable that may hold the passphrase. */
    public static final String PASSPHRASE = "ASSAY_PASSPHRASE";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;
    private final char[] passphrase;
    private byte[] known = {};
    private Map<String, String> opened = Map.of();

    /** The keys of a file, which need not be there yet. The passphrase may be empty only while nothing is opened. */
    public KeyFile(Path file, char[] passphrase) {
        this.file = file;
        this.passphrase = passphrase.clone();
    }

    /** The user's own file, with the passphrase of the environment. */
    public static KeyFile of(Map<String, String> environment) {
        return new KeyFile(
                path(environment),
                environment.getOrDefault(PASSPHRASE, "").toCharArray());
    }

    /** Where the user's own file lies. */
    public static Path path(Map<String, String> environment) {
        String named = environment.getOrDefault(
                "XDG_CONFIG_HOME", environment.getOrDefault("APPDATA", ""));
        Path folder = named.isBlank() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(named);
        return folder.resolve("assay").resolve("keys.json");
    }

    /**
     * The environment with the keys for what is not set in it; without a passphrase the environment alone.
     *
     * @throws InputException where the passphrase does not open the file
     * @throws StorageException where it cannot be read
     */
    public Map<String, String> under(Map<String, String> environment) {
        if (passphrase.length == 0) {
            return environment;
        }
        var all = new HashMap<>(secrets());
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                all.put(name, value);
            }
        });
        return all;
    }

    @Override
    public synchronized Map<String, String> secrets() {
        try {
            if (!Files.exists(file)) {
                return Map.of();
            }
            byte[] bytes = Files.readAllBytes(file);
            // Deriving the key is slow by design: once for each state of the file.
            if (!Arrays.equals(bytes, known)) {
                opened = JSON.readValue(SealedText.open(bytes, passphrase), new TypeReference<TreeMap<String, String>>() {});
                known = bytes;
            }
            return opened;
        } catch (SealedText.WrongPassphrase e) {
            throw new InputException("The passphrase does not open " + file
                    + ": give the one that it was made with, or unset " + PASSPHRASE + " to do without these keys");
        } catch (IOException e) {
            throw new StorageException("Cannot read the keys in " + file + ": check or remove that file", e);
        }
    }

    @Override
    public synchronized void put(String name, String secret) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new InputException("'" + name + "' cannot name a key: use letters, digits and _, as in OPENAI_API_KEY");
        }
        if (!secret.matches("[\\x21-\\x7e]+")) {
            throw new InputException("The key for " + name + " must be printable ASCII without spaces, on one line");
        }
        var all = new TreeMap<>(secrets());
        all.put(name, secret);
        write(all);
    }

    @Override
    public synchronized boolean remove(String name) {
        var all = new TreeMap<>(secrets());
        boolean there = all.remove(name) != null;
        if (there) {
            write(all);
        }
        return there;
    }

    private void write(Map<String, String> secrets) {
        if (passphrase.length == 0) {
            throw new InputException("Keys are kept behind a passphrase: set " + PASSPHRASE + " or type one");
        }
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] owner = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".tmp", owner);
            Files.write(temporary, SealedText.seal(JSON.writeValueAsString(secrets), passphrase));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageException("Cannot write the keys into " + file + ": " + e.getMessage(), e);
        }
    }
}
