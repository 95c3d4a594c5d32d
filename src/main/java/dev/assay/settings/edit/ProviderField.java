package dev.assay.settings.edit;

import java.util.List;

/** A value of a provider that can be changed on its own. */
public enum ProviderField {
    PRESET("preset"),
    DIALECT("dialect"),
    BASE_URL("baseUrl"),
    API_KEY("apiKey"),
    MODELS("models"),
    FALLBACK("fallback"),
    PROXY("proxy"),
    CONCURRENCY("concurrency"),
    RETRIES("retries"),
    REQUESTS_PER_MINUTE("requestsPerMinute"),
    TOKENS_PER_MINUTE("tokensPerMinute"),
    CONNECT("timeouts", "connect"),
    FIRST_BYTE("timeouts", "firstByte"),
    IDLE("timeouts", "idle"),
    TOTAL("timeouts", "total");

    private final List<String> path;

    ProviderField(String... path) {
        this.path = List.of(path);
    }

    /** The keys that lead to it from the provider. */
    List<String> path() {
        return path;
    }

    /** Whether it holds several values, given with commas between them. */
    public boolean isList() {
        return this == MODELS || this == FALLBACK;
    }
}
