package dev.assay.exchange.exporting;

import dev.assay.settings.Dialect;
import java.net.URI;

/**
 * Where exported code sends a prompt.
 *
 * @param dialect the protocol
 * @param baseUrl the address that the protocol's path is added to
 * @param keyVariable the environment variable that holds the key; empty where none is needed
 */
public record Destination(Dialect dialect, URI baseUrl, String keyVariable) {}
