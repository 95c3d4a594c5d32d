package dev.assay.settings;

/** A key as configured. Its text form never shows the secret. */
public sealed interface ApiKey {

    /** The provider needs no key. */
    record None() implements ApiKey {}

    /**
     * A key that is there.
     *
     * @param secret the key
     * @param variable the environment variable that holds it, to be named when the provider refuses the key
     */
    record Present(String secret, String variable) implements ApiKey {
        @Override
        public String toString() {
            return "Present[secret=***, variable=" + variable + "]";
        }
    }

    /**
     * The settings name an environment variable that is not set.
     *
     * @param variable its name
     */
    record Missing(String variable) implements ApiKey {}
}
