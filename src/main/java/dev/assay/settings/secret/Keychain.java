package dev.assay.settings.secret;

import dev.assay.llm.AssayException;
import dev.assay.llm.StorageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keychain of the system, asked by the tool that comes with it. What it says is remembered for a while, since each
 * question starts a program. Thread-safe.
 */
final class Keychain implements SecretStore {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final KeychainTool tool;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** What the keychain said, or how it failed. */
    private record Known(Optional<String> secret, @Nullable AssayException failure, long since) {
        Optional<String> told() {
            if (failure != null) {
                throw failure;
            }
            return secret;
        }

        boolean isFresh() {
            return System.nanoTime() - since < FRESH.toNanos();
        }
    }

    Keychain(KeychainTool tool) {
        this.tool = tool;
    }

    /** The one of this system; empty where it has none that can be asked. */
    static Optional<Keychain> of(Map<String, String> environment) {
        return of(environment, System.getProperty("os.name", ""));
    }

    static Optional<Keychain> of(Map<String, String> environment, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            Path folder = KeyFile.path(environment).resolveSibling("keys");
            return powerShell(environment)
                    .map(program ->
                            new Keychain(new DataProtectionTool(new ToolProcess(program, environment), folder)));
        }
        if (name.contains("mac")) {
            return program("security", environment)
                    .map(program -> new Keychain(new MacKeychainTool(new ToolProcess(program, environment))));
        }
        // Without a session bus there is nobody who keeps secrets.
        return environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()
                ? Optional.empty()
                : program("secret-tool", environment)
                        .map(program -> new Keychain(new SecretServiceTool(new ToolProcess(program, environment))));
    }

    /** The one that is part of Windows: another on the path could be anybody's. Its variables are of any case. */
    private static Optional<Path> powerShell(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("SystemRoot"))
                .map(variable ->
                        Path.of(variable.getValue(), "System32", "WindowsPowerShell", "v1.0", "powershell.exe"))
                .filter(path -> path.isAbsolute() && Files.isExecutable(path))
                .findFirst();
    }

    private static Optional<Path> program(String name, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(path -> path.isAbsolute() && Files.isExecutable(path))
                .findFirst();
    }

    @Override
    public String place() {
        return tool.place();
    }

    @Override
    public Optional<String> find(String name) {
        Known before = known.get(name);
        if (before != null && before.isFresh()) {
            return before.told();
        }
        Known now = ask(name);
        known.put(name, now);
        return now.told();
    }

    private Known ask(String name) {
        try {
            return new Known(tool.find(name), null, System.nanoTime());
        } catch (StorageException e) {
            return new Known(Optional.empty(), e, System.nanoTime());
        }
    }

    @Override
    public List<String> names() {
        return tool.names();
    }

    @Override
    public void put(String name, String secret) {
        tool.put(name, secret);
        known.remove(name);
    }

    @Override
    public boolean remove(String name) {
        boolean there = tool.find(name).isPresent();
        if (there) {
            tool.remove(name);
        }
        known.remove(name);
        return there;
    }
}
