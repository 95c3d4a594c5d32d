package dev.assay.provider.http;

import dev.assay.settings.ProviderSettings;
import java.util.List;
import java.util.stream.Stream;

/** Takes the keys of a provider out of texts: some servers repeat the key they refuse. */
final class Secrets {
    /** Shorter ones stand in texts by chance; no provider's key is that short. */
    private static final int SHORTEST = 6;

    private final List<String> secrets;

    Secrets(ProviderSettings settings) {
        secrets = settings.secrets()
                .filter(secret -> secret.length() >= SHORTEST)
                // Some servers escape the slash in JSON.
                .flatMap(secret -> Stream.of(secret, secret.replace("/", "\\/")))
                .distinct()
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
