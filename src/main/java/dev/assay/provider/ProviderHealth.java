package dev.assay.provider;

import dev.assay.provider.http.Reachability;
import dev.assay.settings.Dialect;
import java.net.URI;
import java.time.Duration;

/**
 * What was found out about a provider. Never holds a key.
 *
 * @param name how models name it
 * @param dialect the protocol it speaks
 * @param baseUrl where it is
 * @param needsKey whether a key is configured for it
 * @param reachability whether it can be used
 * @param took how long it was asked; zero where it was not
 */
public record ProviderHealth(
        String name, Dialect dialect, URI baseUrl, boolean needsKey, Reachability reachability, Duration took) {}
