package dev.assay.settings;

import dev.assay.llm.ModelId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One provider of {@code providers.yaml}.
 *
 * @param name how models name it: {@code name/model}
 * @param dialect the protocol it speaks
 * @param baseUrl where it is, up to and without the path that the dialect adds, e.g. {@code https://host/v1}
 * @param apiKey its key
 * @param headers further headers to send; values may be secret
 * @param models the models offered for choice; may be empty, others still work
 * @param limits how much is asked of it
 * @param timeouts how long a call may take
 * @param quirks in what its server differs from others that speak the protocol, as the user names it; may be empty
 * @param proxy the proxy on the way to it, its own or the environment's, or null for none
 * @param fallback the models asked, in order, where a model of this provider gives no answer; may be empty
 */
public record ProviderSettings(
        String name,
        Dialect dialect,
        URI baseUrl,
        ApiKey apiKey,
        Map<String, String> headers,
        List<String> models,
        CallLimits limits,
        Timeouts timeouts,
        Map<String, String> quirks,
        @Nullable URI proxy,
        List<ModelId> fallback) {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(auth|key|token|secret|password|credential|cookie|signature).*");

    public ProviderSettings {
        headers = Map.copyOf(headers);
        models = List.copyOf(models);
        quirks = Map.copyOf(quirks);
        fallback = List.copyOf(fallback);
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
            Duration connect,
            Duration firstByte,
            Duration idle) {
        this(
                name,
                dialect,
                baseUrl,
                apiKey,
                headers,
                models,
                new CallLimits(concurrency, 0),
                new Timeouts(connect, firstByte, idle, null),
                Map.of(),
                null,
                List.of());
    }

    /** The same provider within other limits. */
    public ProviderSettings withLimits(CallLimits other) {
        return new ProviderSettings(
                name, dialect, baseUrl, apiKey, headers, models, other, timeouts, quirks, proxy, fallback);
    }

    /** The same provider with other times. */
    public ProviderSettings withTimeouts(Timeouts other) {
        return new ProviderSettings(
                name, dialect, baseUrl, apiKey, headers, models, limits, other, quirks, proxy, fallback);
    }

    /** The same provider whose server differs so. */
    public ProviderSettings withQuirks(Map<String, String> other) {
        return new ProviderSettings(
                name, dialect, baseUrl, apiKey, headers, models, limits, timeouts, other, proxy, fallback);
    }

    /** The same provider behind a proxy. */
    public ProviderSettings withProxy(@Nullable URI other) {
        return new ProviderSettings(
                name, dialect, baseUrl, apiKey, headers, models, limits, timeouts, quirks, other, fallback);
    }

    /** The same provider with these models to ask in its place. */
    public ProviderSettings withFallback(List<ModelId> other) {
        return new ProviderSettings(
                name, dialect, baseUrl, apiKey, headers, models, limits, timeouts, quirks, proxy, other);
    }

    /** The secrets among these settings, to be kept out of everything that is shown or stored. */
    public Stream<String> secrets() {
        Stream<String> key = apiKey instanceof ApiKey.Present present ? Stream.of(present.secret()) : Stream.empty();
        // A scheme such as Bearer before the secret is none itself.
        Stream<String> inHeaders = headers.entrySet().stream()
                .filter(header -> isSecretName(header.getKey()))
                .map(header -> header.getValue().substring(header.getValue().lastIndexOf(' ') + 1));
        Stream<String> inProxy = Stream.ofNullable(proxy)
                .map(URI::getUserInfo)
                .filter(Objects::nonNull)
                // Both together are what is sent, in base64.
                .flatMap(user -> Stream.of(user, user.substring(user.indexOf(':') + 1)))
                .filter(secret -> !secret.isEmpty());
        return Stream.of(key, inHeaders, inProxy).flatMap(secrets -> secrets);
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
