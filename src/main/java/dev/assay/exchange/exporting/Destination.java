package dev.assay.exchange.exporting;

import dev.assay.settings.Dialect;
import java.net.URI;
import java.util.Map;

/**
 * Where exported code sends a prompt.
 *
 * @param dialect the protocol
 * @param baseUrl the address that the protocol's path is added to
 * @param keyVariable the environment variable that holds the key; empty where none is needed
 * @param quirks in what the server differs from others, as settings name it
 */
public record Destination(Dialect dialect, URI baseUrl, String keyVariable, Map<String, String> quirks) {
    public Destination {
        quirks = Map.copyOf(quirks);
    }

    /** A server that is as others are. */
    public Destination(Dialect dialect, URI baseUrl, String keyVariable) {
        this(dialect, baseUrl, keyVariable, Map.of());
    }
}
