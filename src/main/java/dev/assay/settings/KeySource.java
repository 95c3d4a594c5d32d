package dev.assay.settings;

import java.util.Map;
import java.util.Optional;

/** Where it is looked up what settings write as {@code ${NAME}}. */
public interface KeySource {

    /**
     * What was found.
     *
     * @param secret the value, without blanks around it, never empty
     * @param place where it was found, in words: {@code the environment}
     */
    record Found(String secret, String place) {
        @Override
        public String toString() {
            return "Found[secret=***, place=" + place + "]";
        }
    }

    /** Looks a name up; empty where it is in none of the places. Throws nothing for places that cannot be opened. */
    Optional<Found> find(String name);

    /** An environment variable that is no secret of the user's own; empty where it is not set. */
    String variable(String name);

    /** The places that were looked at, and which of them could not be opened and why, in words. */
    String places();

    /** The environment variables alone. */
    static KeySource of(Map<String, String> environment) {
        return new EnvironmentKeys(environment);
    }
}
