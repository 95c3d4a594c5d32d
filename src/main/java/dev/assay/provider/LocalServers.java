package dev.assay.provider;

import dev.assay.provider.http.Reachability;
import dev.assay.settings.Preset;
import dev.assay.settings.ProviderSettings;
import java.util.List;
import java.util.Set;

/** Finds model servers that run on this machine. Looks only when it is called, and only on loopback. */
public final class LocalServers {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private LocalServers() {}

    /** Those that answer on the usual port of their kind; takes five seconds at most. */
    public static List<ProviderHealth> detect() {
        return among(Preset.all().stream()
                .filter(Preset::local)
                .map(Preset::asProvider)
                .toList());
    }

    /** Those of the given servers that stand on loopback and answer. */
    static List<ProviderHealth> among(List<ProviderSettings> servers) {
        List<ProviderSettings> local = servers.stream()
                .filter(server -> LOOPBACK.contains(server.baseUrl().getHost()))
                .toList();
        return ProviderCheck.run(local).stream()
                .filter(health -> health.reachability() instanceof Reachability.Reached)
                .toList();
    }
}
