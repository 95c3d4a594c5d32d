package dev.assay.settings;

import dev.assay.llm.InputException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One provider of {@code providers.yaml}.
 *
 * @param name how models name it: {@code name/model}
 * @param dialect the protocol it speaks
 * @param baseUrl where it is, up to and without the path that the dialect adds, e.g. {@code https://host/v1}
 * @param apiKey its key
 * @param headers further headers to send; values may be secret
 * @param models the models offered for choice; may be empty, others still work
 * @param concurrency calls at once, 1 or more
 * @param connectTimeout longest wait for a connection
 * @param firstByteTimeout longest wait for the first byte of an answer
 * @param idleTimeout longest silence within an answer
 */
public record ProviderSettings(
        String name,
        Dialect dialect,
        URI baseUrl,
        ApiKey apiKey,
        Map<String, String> headers,
        List<String> models,
        int concurrency,
        Duration connectTimeout,
        Duration firstByteTimeout,
        Duration idleTimeout) {
    public ProviderSettings {
        headers = Map.copyOf(headers);
        models = List.copyOf(models);
        if (concurrency < 1) {
            throw new InputException("Provider " + name + ": concurrency is " + concurrency + " but must be 1 or more");
        }
    }

    /** Headers may hold keys, so only their names are shown. */
    @Override
    public String toString() {
        return "ProviderSettings[" + name + ", " + dialect + ", " + baseUrl + ", headers=" + headers.keySet() + "]";
    }
}
