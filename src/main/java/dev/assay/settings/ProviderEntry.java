package dev.assay.settings;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One provider of the file, while it is read. */
final class ProviderEntry {
    private static final Set<String> FIELDS = Set.of(
            "preset",
            "dialect",
            "baseUrl",
            "apiKey",
            "headers",
            "models",
            "concurrency",
            "timeouts",
            "retries",
            "requestsPerMinute",
            "tokensPerMinute",
            "quirks",
            "proxy",
            "fallback");
    private static final Set<String> TIMEOUTS = Set.of("connect", "firstByte", "idle", "total");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m)");
    private static final Pattern PROXY_PASSWORD = Pattern.compile("//[^:/]*:([^/]*)@");
    private static final int REMOTE_CALLS_AT_ONCE = 8;
    private static final int LOCAL_CALLS_AT_ONCE = 1;
    private static final int RETRIES = 2;
    private static final int MOST_RETRIES = 10;

    private final String name;
    private final YamlField place;
    private final KeySource keys;
    private final Set<String> missing = new LinkedHashSet<>();

    ProviderEntry(String name, YamlField place, KeySource keys) {
        this.name = name;
        this.place = place;
        this.keys = keys;
    }

    ProviderSettings read() {
        requireName();
        Map<String, YamlField> fields = place.fields(FIELDS);
        Optional<Preset> preset = given(fields.get("preset")).map(ProviderEntry::preset);
        Dialect dialect = dialect(fields.get("dialect"), preset);
        URI baseUrl = baseUrl(fields.get("baseUrl"), dialect, preset);
        Map<String, String> headers = headers(fields.get("headers"));
        ApiKey key = apiKey(fields.get("apiKey"), preset);
        List<String> models = given(fields.get("models"))
                .map(YamlField::texts)
                .orElseGet(() -> preset.map(Preset::models).orElse(List.of()));
        CallLimits limits = limits(fields, dialect, preset);
        @Nullable URI proxy = proxy(fields.get("proxy"), baseUrl);
        return new ProviderSettings(
                name,
                dialect,
                baseUrl,
                missing.isEmpty() ? key : new ApiKey.Missing(missing.iterator().next(), keys.places()),
                headers,
                models,
                limits,
                timeouts(fields.get("timeouts")),
                given(fields.get("quirks"))
                        .map(place -> Quirk.read(place, dialect))
                        .orElse(Map.of()),
                proxy,
                given(fields.get("fallback")).map(ProviderEntry::fallback).orElse(List.of()));
    }

    private static CallLimits limits(Map<String, YamlField> fields, Dialect dialect, Optional<Preset> preset) {
        return new CallLimits(
                given(fields.get("concurrency"))
                        .map(YamlField::positive)
                        .or(() -> preset.flatMap(Preset::concurrency))
                        .orElse(dialect == Dialect.OLLAMA ? LOCAL_CALLS_AT_ONCE : REMOTE_CALLS_AT_ONCE),
                given(fields.get("retries")).map(ProviderEntry::retries).orElse(RETRIES),
                given(fields.get("requestsPerMinute")).map(YamlField::positive).orElse(null),
                given(fields.get("tokensPerMinute")).map(YamlField::positive).orElse(null));
    }

    private static Timeouts timeouts(@Nullable YamlField field) {
        Map<String, YamlField> times =
                given(field).map(place -> place.fields(TIMEOUTS)).orElse(Map.of());
        YamlField total = times.get("total");
        return new Timeouts(
                time(times.get("connect"), Timeouts.USUAL.connect()),
                time(times.get("firstByte"), Timeouts.USUAL.firstByte()),
                time(times.get("idle"), Timeouts.USUAL.idle()),
                total == null ? null : time(total, Timeouts.USUAL.firstByte()));
    }

    private static List<ModelId> fallback(YamlField field) {
        return field.texts().stream()
                .map(text -> {
                    try {
                        return ModelId.parse(text);
                    } catch (InputException e) {
                        throw field.error(field.name() + ": " + e.getMessage());
                    }
                })
                .toList();
    }

    /** The provider's own proxy, else that of the environment; {@code none} for the way without one. */
    private @Nullable URI proxy(@Nullable YamlField field, URI baseUrl) {
        if (field == null || field.isEmpty()) {
            return EnvironmentProxy.of(baseUrl, keys).orElse(null);
        }
        return field.text().strip().equals("none") ? null : proxy(field);
    }

    /** The address of a proxy; a password in it stands in the environment. */
    private @Nullable URI proxy(YamlField field) {
        String wrong = field.name() + " must be an address such as http://proxy.example:3128, https://... or"
                + " socks5://proxy.example:1080, a password in it being ${NAME}";
        Matcher password = PROXY_PASSWORD.matcher(field.text());
        if (password.find() && EnvironmentText.holdsLiteral(password.group(1))) {
            throw field.error(wrong);
        }
        EnvironmentText text = EnvironmentText.expand(field.text().strip(), keys);
        missing.addAll(text.missing());
        if (!text.missing().isEmpty()) {
            return null;
        }
        return ProxyAddress.of(text.value()).orElseThrow(() -> field.error(wrong));
    }

    private static int retries(YamlField field) {
        String text = field.text();
        if (text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= MOST_RETRIES) {
            return Integer.parseInt(text);
        }
        throw field.error(field.name() + " must be a whole number from 0 to " + MOST_RETRIES);
    }

    private void requireName() {
        if (!NAME.matcher(name).matches()) {
            throw place.error("provider name '" + name + "' must be letters, digits, '.', '_' or '-'");
        }
        if (name.equals("offline")) {
            throw place.error("'offline' is the built-in provider: give this one another name");
        }
    }

    private static Preset preset(YamlField field) {
        String text = field.text();
        return Preset.find(text).orElseThrow(() -> field.error(Preset.unknown(text)));
    }

    private Dialect dialect(@Nullable YamlField field, Optional<Preset> preset) {
        String known = Arrays.stream(Dialect.values()).map(Dialect::yamlName).collect(Collectors.joining(", "));
        if (field == null) {
            return preset.map(Preset::dialect)
                    .orElseThrow(() -> place.error("provider " + name + " has no dialect: add one of " + known
                            + ", or a preset such as preset: openai"));
        }
        String text = field.text();
        return Arrays.stream(Dialect.values())
                .filter(dialect -> dialect.yamlName().equals(text))
                .findFirst()
                .orElseThrow(() -> field.error("unknown dialect '" + text + "': choose one of " + known));
    }

    private URI baseUrl(@Nullable YamlField field, Dialect dialect, Optional<Preset> preset) {
        if (field == null) {
            return preset.map(this::usualUrl).orElseGet(dialect::defaultUrl);
        }
        EnvironmentText text = EnvironmentText.expand(field.text().strip(), keys);
        if (!text.missing().isEmpty()) {
            missing.addAll(text.missing());
            return dialect.defaultUrl();
        }
        try {
            URI url = new URI(text.value());
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (http && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null) {
                requireNoKey(field, url);
                return url;
            }
        } catch (URISyntaxException e) {
            throw field.error(badUrl(field));
        }
        throw field.error(badUrl(field));
    }

    private URI usualUrl(Preset preset) {
        return preset.baseUrl()
                .orElseThrow(() -> place.error(
                        "provider " + name + " needs the address that is yours: add baseUrl: " + preset.example()));
    }

    /** An address is shown and logged in many places, also by others. */
    private static void requireNoKey(YamlField field, URI url) {
        String query = url.getQuery() == null ? "" : url.getQuery();
        for (String parameter : query.split("&", -1)) {
            String name = parameter.split("=", 2)[0];
            if (ProviderSettings.isSecretName(name)) {
                throw field.error(field.name() + " must not hold a key ('" + name
                        + "'): give it as apiKey or in headers, with ${NAME}");
            }
        }
    }

    private static String badUrl(YamlField field) {
        return field.name() + " must be an http or https address without a user name, for example"
                + " https://host.example/v1";
    }

    private ApiKey apiKey(@Nullable YamlField field, Optional<Preset> preset) {
        if (field == null && preset.flatMap(Preset::key).isPresent()) {
            return usualKey(preset.flatMap(Preset::key).orElseThrow());
        }
        if (field == null || field.isEmpty()) {
            return new ApiKey.None();
        }
        refuseLiteral(field);
        EnvironmentText text = EnvironmentText.expand(field.text(), keys);
        requireAscii(field, text);
        missing.addAll(text.missing());
        return present(text);
    }

    private ApiKey usualKey(String variable) {
        EnvironmentText text = EnvironmentText.expand("${" + variable + "}", keys);
        requireAscii(place, text);
        missing.addAll(text.missing());
        return present(text);
    }

    private ApiKey present(EnvironmentText text) {
        String places = text.variables().stream()
                .flatMap(variable -> keys.find(variable).stream())
                .map(KeySource.Found::place)
                .distinct()
                .collect(Collectors.joining(", "));
        return new ApiKey.Present(text.value(), String.join(", ", text.variables()), places);
    }

    private Map<String, String> headers(@Nullable YamlField field) {
        var headers = new LinkedHashMap<String, String>();
        Map<String, YamlField> fields = given(field).map(YamlField::fields).orElse(Map.of());
        fields.forEach((header, value) -> {
            if (!header.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
                throw value.error("'" + header + "' is not a header name");
            }
            if (ProviderSettings.isSecretName(header)) {
                refuseLiteral(value);
            }
            EnvironmentText text = EnvironmentText.expand(value.text(), keys);
            requireAscii(value, text);
            missing.addAll(text.missing());
            headers.put(header, text.value());
        });
        return headers;
    }

    private static void refuseLiteral(YamlField field) {
        if (EnvironmentText.holdsLiteral(field.text())) {
            throw field.error(field.name() + " must not stand in the file, which git keeps for ever:"
                    + " put it in an environment variable and write ${NAME} here");
        }
    }

    private static void requireAscii(YamlField field, EnvironmentText text) {
        if (!text.value().matches("[\\x20-\\x7e]*")) {
            throw field.error(field.name() + " must be printable ASCII on one line once its variables are filled in");
        }
    }

    private static Duration time(@Nullable YamlField field, Duration otherwise) {
        if (field == null) {
            return otherwise;
        }
        Matcher matcher = DURATION.matcher(field.text());
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw field.error(field.name() + " must be a time such as 500ms, 10s or 2m");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    private static Optional<YamlField> given(@Nullable YamlField field) {
        return field == null || field.isEmpty() ? Optional.empty() : Optional.of(field);
    }
}
