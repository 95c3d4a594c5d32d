package dev.assay.settings;

/** A key as configured. Its text form never shows the secret. */
public sealed interface ApiKey {

    /** The provider needs no key. */
    record None() implements ApiKey {}

    /** A key that is there. */
    record Present(String secret) implements ApiKey {
        @Override
        public String toString() {
            return "Present[secret=***]";
        }
    }

    /**
     * The settings name an environment variable that is not set.
     *
     * @param variable its name
     */
    record Missing(String variable) implements ApiKey {}
}
