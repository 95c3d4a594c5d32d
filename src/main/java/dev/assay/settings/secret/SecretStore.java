package dev.assay.settings.secret;

import java.util.List;
import java.util.Optional;

/**
 * Keeps secrets under names, for one user. Where it cannot be opened, every method but {@link #place()} throws an
 * {@link dev.assay.llm.AssayException} that says why and what to do.
 */
public interface SecretStore {

    /** How messages call it: {@code the keychain}. */
    String place();

    /** The secret of that name. */
    Optional<String> find(String name);

    /** The names of all secrets, sorted. */
    List<String> names();

    /** Keeps a secret in the place of the one before. */
    void put(String name, String secret);

    /** Forgets a secret; tells whether it was there. */
    boolean remove(String name);
}
