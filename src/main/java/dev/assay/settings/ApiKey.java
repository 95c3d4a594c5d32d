package dev.assay.settings;

/** A key as configured. Its text form never shows the secret. */
public sealed interface ApiKey {
    /** How messages call the environment variables of this process. */
    String ENVIRONMENT = "the environment";

    /** The provider needs no key. */
    record None() implements ApiKey {}

    /**
     * A key that is there.
     *
     * @param secret the key
     * @param variable its name: that of the environment variable that holds it, or for which it was kept elsewhere
     * @param place where it was found, in words
     */
    record Present(String secret, String variable, String place) implements ApiKey {

        /** A key of the environment. */
        public Present(String secret, String variable) {
            this(secret, variable, ENVIRONMENT);
        }

        /** What to look at when the provider refuses the key. */
        public String where() {
            return place.equals(ENVIRONMENT) ? "the environment variable " + variable : variable + " in " + place;
        }

        @Override
        public String toString() {
            return "Present[secret=***, variable=" + variable + ", place=" + place + "]";
        }
    }

    /**
     * The settings name a key that is nowhere.
     *
     * @param variable its name: that of the environment variable that may hold it
     * @param sought the places that were looked at, in words
     */
    record Missing(String variable, String sought) implements ApiKey {

        /** A key that is not in the environment, the only place. */
        public Missing(String variable) {
            this(variable, ENVIRONMENT);
        }

        /** What is wrong, and how to mend it. */
        public String mend() {
            String absent = sought.equals(ENVIRONMENT)
                    ? "the environment variable " + variable + " is not set"
                    : "there is no key " + variable + " in " + sought;
            return absent + ". Set it and start again, or keep it with assay keys set " + variable;
        }
    }
}
