package dev.assay.settings.secret;

import dev.assay.llm.AssayException;
import dev.assay.llm.InputException;
import dev.assay.settings.KeySource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The user's keys, wherever they are: environment variables first, then the keychain of the system, then the key file.
 * A key has the name of the environment variable that it stands in for, so that a workspace's settings say the same for
 * everybody. A place that cannot be opened is passed over and named by {@link #places()}. Thread-safe.
 */
public final class Keys implements KeySource {
    private final KeySource environment;
    private final List<SecretStore> stores;
    private final Map<SecretStore, String> closed = new ConcurrentHashMap<>();

    /** Keys of the environment and, behind it, of the stores in their order. */
    public Keys(Map<String, String> environment, List<SecretStore> stores) {
        this.environment = KeySource.of(environment);
        this.stores = List.copyOf(stores);
    }

    /** The user's own, with the passphrase of the environment. */
    public static Keys of(Map<String, String> environment) {
        return of(environment, () -> KeyFile.passphrase(environment));
    }

    /** The user's own. The passphrase is asked for once the key file must be opened, and may be empty. */
    public static Keys of(Map<String, String> environment, Supplier<char[]> passphrase) {
        var stores = new ArrayList<SecretStore>();
        Keychain.of(environment).ifPresent(stores::add);
        stores.add(new KeyFile(KeyFile.path(environment), passphrase));
        return new Keys(environment, stores);
    }

    /** The environment variables alone, for which nobody has to wait. */
    public KeySource ofEnvironment() {
        return environment;
    }

    @Override
    public Optional<Found> find(String name) {
        return environment
                .find(name)
                .or(() -> stores.stream()
                        .flatMap(store -> find(store, name).stream())
                        .findFirst());
    }

    @Override
    public String variable(String name) {
        return environment.variable(name);
    }

    private Optional<Found> find(SecretStore store, String name) {
        try {
            Optional<Found> found = store.find(name).map(secret -> new Found(secret, store.place()));
            closed.remove(store);
            return found;
        } catch (AssayException e) {
            closed.put(store, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public String places() {
        String open = Stream.concat(
                        Stream.of(environment.places()),
                        stores.stream()
                                .filter(store -> !closed.containsKey(store))
                                .map(SecretStore::place))
                .collect(Collectors.joining(" or "));
        String shut = stores.stream()
                .flatMap(store -> Stream.ofNullable(closed.get(store)))
                .collect(Collectors.joining("; "));
        return shut.isEmpty() ? open : open + " (" + shut + ")";
    }

    /** The names of the keys of each store, the environment's apart; throws where a store cannot be opened. */
    public Map<String, List<String>> names() {
        var names = new LinkedHashMap<String, List<String>>();
        stores.forEach(store -> names.put(store.place(), store.names()));
        return names;
    }

    /**
     * Keeps a key in the first store: the keychain where the system has one, else the key file.
     *
     * @return where it is kept, in words
     * @throws InputException where it cannot be a key or its name, or the store is closed
     */
    public String put(String name, String secret) {
        return put(name, secret, stores.getFirst());
    }

    /** Whether keys can be kept, or those in the key file be used, only once a passphrase is given. */
    public boolean needsPassphrase() {
        return stores.getLast() instanceof KeyFile file
                && file.isClosed()
                && (stores.getFirst() == file || file.isThere());
    }

    /** Opens the key file for as long as this program runs; throws {@link InputException} where it does not open. */
    public void unlock(char[] passphrase) {
        if (stores.getLast() instanceof KeyFile file) {
            file.unlock(passphrase);
            closed.remove(file);
        }
    }

    /** Keeps a key in the key file even where there is a keychain. */
    public String putIntoFile(String name, String secret) {
        return put(name, secret, stores.getLast());
    }

    private static String put(String name, String secret, SecretStore store) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new InputException(
                    "'" + name + "' cannot name a key: use letters, digits and _, as in OPENAI_API_KEY");
        }
        if (!secret.matches("[\\x21-\\x7e]+")) {
            throw new InputException("The key for " + name + " must be printable ASCII without spaces, on one line");
        }
        store.put(name, secret);
        return store.place();
    }

    /**
     * Forgets a key, in whichever store it is.
     *
     * @return the places where it was
     */
    public List<String> remove(String name) {
        return stores.stream()
                .filter(store -> store.remove(name))
                .map(SecretStore::place)
                .toList();
    }
}
