package dev.assay.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a Redis server is. It may hold a password, so it is never shown whole.
 *
 * @param uri {@code redis://} or, over TLS, {@code rediss://}
 */
public record RedisAddress(URI uri) {
    private static final Pattern PASSWORD = Pattern.compile("^rediss?://[^@/]*:([^@/]*)@");
    private static final List<String> SCHEMES = List.of("redis", "rediss");

    static RedisAddress of(YamlField field, KeySource keys) {
        Matcher password = PASSWORD.matcher(field.text());
        if (password.find() && EnvironmentText.holdsLiteral(password.group(1))) {
            throw field.error(field.name() + " holds a password, which git keeps for ever: put the address into an"
                    + " environment variable and write ${NAME} here");
        }
        EnvironmentText text = EnvironmentText.expand(field.text().strip(), keys);
        if (!text.missing().isEmpty()) {
            throw field.error(
                    field.name() + ": " + String.join(", ", text.missing()) + " is not set in " + keys.places());
        }
        try {
            URI uri = new URI(text.value());
            if (SCHEMES.contains(uri.getScheme()) && uri.getHost() != null) {
                return new RedisAddress(uri);
            }
        } catch (URISyntaxException e) {
            // What it says may be secret, so it is not told.
        }
        throw field.error(field.name() + " must be an address such as redis://cache.example:6379/0");
    }

    /** {@code cache.example:6379}. */
    @Override
    public String toString() {
        return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }
}
