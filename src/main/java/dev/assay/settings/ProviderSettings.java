package dev.assay.settings;

import dev.assay.llm.InputException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
 * @param retries how often a failed call that may succeed later is made again, 0 or more
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
        Duration idleTimeout,
        int retries) {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(auth|key|token|secret|password|credential|cookie|signature).*");

    public ProviderSettings {
        headers = Map.copyOf(headers);
        models = List.copyOf(models);
        if (concurrency < 1) {
            throw new InputException("Provider " + name + ": concurrency is " + concurrency + " but must be 1 or more");
        }
        if (retries < 0) {
            throw new InputException("Provider " + name + ": retries is " + retries + " but must be 0 or more");
        }
    }

    /** Settings of a provider whose failed calls are not made again. */
    public ProviderSettings(
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
        this(
                name,
                dialect,
                baseUrl,
                apiKey,
                headers,
                models,
                concurrency,
                connectTimeout,
                firstByteTimeout,
                idleTimeout,
                0);
    }

    /** The secrets among these settings, to be kept out of everything that is shown or stored. */
    public Stream<String> secrets() {
        Stream<String> key = apiKey instanceof ApiKey.Present present ? Stream.of(present.secret()) : Stream.empty();
        // A scheme such as Bearer before the secret is none itself.
        Stream<String> inHeaders = headers.entrySet().stream()
                .filter(header -> isSecretName(header.getKey()))
                .map(header -> header.getValue().substring(header.getValue().lastIndexOf(' ') + 1));
        return Stream.concat(key, inHeaders);
    }

    /** Whether a header or a query parameter of this name holds a secret. */
    static boolean isSecretName(String name) {
        return SECRET_NAME.matcher(name).matches();
    }

    /** Headers may hold keys, so only their names are shown. */
    @Override
    public String toString() {
        return "ProviderSettings[" + name + ", " + dialect + ", " + baseUrl + ", headers=" + headers.keySet() + "]";
    }
}
