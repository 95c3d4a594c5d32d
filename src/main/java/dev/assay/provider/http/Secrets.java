package dev.assay.provider.http;

import dev.assay.settings.ApiKey;
import dev.assay.settings.ProviderSettings;
import java.util.List;
import java.util.stream.Stream;

/** Takes the keys of a provider out of texts: some servers repeat the key they refuse. */
final class Secrets {
    private static final int SHORTEST = 6;
    private final List<String> secrets;

    Secrets(ProviderSettings settings) {
        Stream<String> key =
                settings.apiKey() instanceof ApiKey.Present present ? Stream.of(present.secret()) : Stream.empty();
        Stream<String> headers = settings.headers().values().stream().flatMap(value -> Stream.of(value.split(" ")));
        secrets = Stream.concat(key, headers)
                .filter(secret -> secret.length() >= SHORTEST)
                .toList();
    }

    /** The text with every key replaced by {@code ***}. */
    String hide(String text) {
        String hidden = text;
        for (String secret : secrets) {
            hidden = hidden.replace(secret, "***");
        }
        return hidden;
    }
}
