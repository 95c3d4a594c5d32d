package dev.assay.settings.edit;

import dev.assay.settings.Quirk;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a provider that can be changed on its own. */
public enum ProviderField {
    PRESET("preset"),
    DIALECT("dialect"),
    BASE_URL("baseUrl"),
    API_KEY("apiKey"),
    HEADERS("headers"),
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
    TOTAL("timeouts", "total"),
    VENDOR(Quirk.VENDOR),
    CAP_FIELD(Quirk.CAP_FIELD),
    SEED_FIELD(Quirk.SEED_FIELD),
    STREAM_USAGE(Quirk.STREAM_USAGE),
    EFFORT(Quirk.EFFORT),
    REASONING_FIELD(Quirk.REASONING_FIELD),
    REASONING_SUMMARY(Quirk.REASONING_SUMMARY);

    private final List<String> path;
    private final @Nullable Quirk quirk;

    ProviderField(String... path) {
        this.path = List.of(path);
        this.quirk = null;
    }

    ProviderField(Quirk quirk) {
        this.path = List.of("quirks", quirk.yamlName());
        this.quirk = quirk;
    }

    /** The keys that lead to it from the provider. */
    List<String> path() {
        return path;
    }

    /** In what the server differs by it; empty where it is of another kind. */
    public Optional<Quirk> quirk() {
        return Optional.ofNullable(quirk);
    }

    /** Whether it holds several values, given with commas between them. */
    public boolean isList() {
        return this == MODELS || this == FALLBACK;
    }

    /** Whether it holds names with values, each given on a line as {@code Name: value}. */
    public boolean isMap() {
        return this == HEADERS;
    }
}
