package dev.assay.settings.secret;

import java.util.List;
import java.util.Optional;

/** A program that speaks with a keychain. Secrets go through its standard streams, where no other user sees them. */
interface KeychainTool {
    /** Under what the keychain files the keys. */
    String SERVICE = "assay";

    /** How messages call the keychain. */
    default String place() {
        return "the keychain";
    }

    Optional<String> find(String name);

    /** The names of all keys, sorted. */
    List<String> names();

    void put(String name, String secret);

    /** Forgets a key that is there. */
    void remove(String name);
}
