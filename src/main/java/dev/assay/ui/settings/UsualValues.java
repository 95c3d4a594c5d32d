package dev.assay.ui.settings;

import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import dev.assay.settings.edit.ProviderField;
import dev.assay.ui.fx.Messages;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What holds for a provider where its file says nothing, as a field shows it while it is blank. */
final class UsualValues {
    private UsualValues() {}

    static String of(ProviderSettings settings, ProviderField field) {
        return switch (field) {
            case PRESET -> Messages.get("settings.none");
            case DIALECT -> settings.dialect().yamlName();
            case BASE_URL -> settings.baseUrl().toString();
            case API_KEY -> key(settings.apiKey());
            case HEADERS -> Messages.get("settings.headers.example");
            case MODELS ->
                settings.models().isEmpty()
                        ? Messages.get("settings.models.example")
                        : String.join(", ", settings.models());
            case FALLBACK -> Messages.get("settings.fallback.example");
            case PROXY -> proxy(settings.proxy());
            case CONCURRENCY -> String.valueOf(settings.limits().concurrency());
            case RETRIES -> String.valueOf(settings.limits().retries());
            case REQUESTS_PER_MINUTE, TOKENS_PER_MINUTE -> Messages.get("settings.unlimited");
            case CONNECT -> time(settings.timeouts().connect());
            case FIRST_BYTE -> time(settings.timeouts().firstByte());
            case IDLE -> time(settings.timeouts().idle());
            case TOTAL -> time(settings.timeouts().total());
            case VENDOR, CAP_FIELD, SEED_FIELD, STREAM_USAGE, EFFORT, REASONING_FIELD, REASONING_SUMMARY ->
                Messages.get("settings.quirk.usual");
        };
    }

    /** Where the file names none it is the environment's; user and password are left out. */
    private static String proxy(@Nullable URI proxy) {
        return proxy == null
                ? Messages.get("settings.proxy.example")
                : Messages.get(
                        "settings.proxy.environment",
                        proxy.getHost() + (proxy.getPort() < 0 ? "" : ":" + proxy.getPort()));
    }

    private static String key(ApiKey key) {
        return switch (key) {
            case ApiKey.None none -> Messages.get("settings.none");
            case ApiKey.Present present -> "${" + present.variable() + "}";
            case ApiKey.Missing missing -> "${" + missing.variable() + "}";
        };
    }

    private static String time(@Nullable Duration time) {
        if (time == null) {
            return Messages.get("settings.unlimited");
        }
        boolean minutes = time.toMillis() % 60_000 == 0;
        return minutes
                ? time.toMinutes() + "m"
                : time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
