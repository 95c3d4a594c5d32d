package dev.assay.settings;

import java.util.Map;
import java.util.Optional;

/** Keys in environment variables. */
record EnvironmentKeys(Map<String, String> variables) implements KeySource {
    @Override
    public Optional<Found> find(String name) {
        return Optional.of(variable(name))
                .filter(value -> !value.isEmpty())
                .map(value -> new Found(value, ApiKey.ENVIRONMENT));
    }

    @Override
    public String variable(String name) {
        return variables.getOrDefault(name, "").strip();
    }

    @Override
    public String places() {
        return ApiKey.ENVIRONMENT;
    }

    /** Values may be secret. */
    @Override
    public String toString() {
        return "EnvironmentKeys" + variables.keySet();
    }
}
