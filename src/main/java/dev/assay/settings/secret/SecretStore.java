package dev.assay.settings.secret;

import java.util.Map;

/** Keeps secrets under names, for one user. */
public interface SecretStore {

    /** Every secret by its name, sorted. Never to be shown. */
    Map<String, String> secrets();

    /** Keeps a secret in the place of the one before. */
    void put(String name, String secret);

    /** Forgets a secret; tells whether it was there. */
    boolean remove(String name);
}
