package dev.assay.registry.remote.credential;

import java.util.Optional;

/** Asks the user for what git's own helper does not know. What they type is used once and never stored by Assay. */
public interface CredentialPrompt {
    /** Nobody is there to ask. */
    CredentialPrompt NONE = new CredentialPrompt() {
        @Override
        public Optional<Login> login(String url, String user) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> secret(String question) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(String question) {
            return false;
        }
    };

    /** A user and a password or token. */
    record Login(String user, String password) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * Asks who the user is there.
     *
     * @param url the address, without a password
     * @param user a guess; may be empty
     */
    Optional<Login> login(String url, String user);

    /** The remote did not take what the user gave; they may be asked again. */
    default void refused(String url) {}

    /** Asks for a secret, such as the passphrase of a key. */
    Optional<char[]> secret(String question);

    /** Asks something that is answered by yes or no, such as whether a new host is the right one. */
    boolean confirm(String question);
}
