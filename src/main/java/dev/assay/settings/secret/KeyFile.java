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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The user's keys in an encrypted file of their own configuration folder. Thread-safe.
 */
public final class KeyFile implements SecretStore {
    /** The environment variable that may hold the passphrase. */
    public static final String PASSPHRASE = "ASSAY_PASSPHRASE";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;
    private final Supplier<char[]> asked;
    private char @Nullable [] passphrase;
    private byte[] known = {};
    private byte[] refused = {};
    private Map<String, String> opened = Map.of();

    /** The keys of a file, which need not be there yet; the passphrase is asked for once, when it is needed. */
    public KeyFile(Path file, Supplier<char[]> passphrase) {
        this.file = file;
        this.asked = passphrase;
    }

    /** The passphrase of the environment; empty where it holds none. */
    public static char[] passphrase(Map<String, String> environment) {
        return environment.getOrDefault(PASSPHRASE, "").toCharArray();
    }

    /** Where the user's own file lies. */
    public static Path path(Map<String, String> environment) {
        String named = environment.getOrDefault("XDG_CONFIG_HOME", environment.getOrDefault("APPDATA", ""));
        Path folder = named.isBlank() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(named);
        return folder.resolve("assay").resolve("keys.json");
    }

    /** Whether any key was kept in it. */
    boolean isThere() {
        return Files.exists(file);
    }

    /** Whether nothing opens it: there is no passphrase. */
    synchronized boolean isClosed() {
        return (passphrase == null ? asked.get() : passphrase).length == 0;
    }

    /** Opens it with another passphrase; throws {@link InputException} where that is wrong. */
    synchronized void unlock(char[] other) {
        char[] before = passphrase;
        passphrase = other.clone();
        refused = new byte[0];
        try {
            secrets();
        } catch (InputException e) {
            passphrase = before;
            throw e;
        }
    }

    @Override
    public String place() {
        return "the key file " + file;
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(secrets().get(name));
    }

    @Override
    public List<String> names() {
        return List.copyOf(secrets().keySet());
    }

    private synchronized Map<String, String> secrets() {
        try {
            if (!Files.exists(file)) {
                return Map.of();
            }
            byte[] bytes = Files.readAllBytes(file);
            // Deriving the key is slow by design: once for each state of the file.
            if (Arrays.equals(bytes, refused)) {
                throw wrongPassphrase();
            }
            if (!Arrays.equals(bytes, known)) {
                refused = bytes;
                opened = JSON.readValue(
                        SealedText.open(bytes, passphrase()), new TypeReference<TreeMap<String, String>>() {});
                known = bytes;
                refused = new byte[0];
            }
            return opened;
        } catch (SealedText.WrongPassphrase e) {
            throw wrongPassphrase();
        } catch (IOException e) {
            refused = new byte[0];
            throw new StorageException("Cannot read the keys in " + file + ": check or remove that file", e);
        }
    }

    @Override
    public synchronized void put(String name, String secret) {
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
        char[] opener = passphrase();
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] owner = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".tmp", owner);
            Files.write(temporary, SealedText.seal(JSON.writeValueAsString(secrets), opener));
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StorageException("Cannot write the keys into " + file + ": " + e.getMessage(), e);
        }
    }

    private char[] passphrase() {
        char[] now = passphrase == null ? asked.get() : passphrase;
        passphrase = now;
        if (now.length == 0) {
            throw new InputException("The key file " + file + " is behind a passphrase: set " + PASSPHRASE);
        }
        return now;
    }

    private InputException wrongPassphrase() {
        return new InputException("The passphrase in " + PASSPHRASE + ", or as typed, does not open the key file "
                + file + ": give the one that it was made with");
    }
}
