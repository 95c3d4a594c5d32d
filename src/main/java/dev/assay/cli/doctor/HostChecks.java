package dev.assay.cli.doctor;

import dev.assay.registry.remote.Remote;
import dev.assay.settings.CacheSettings;
import dev.assay.settings.ProviderSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which hosts may be contacted by what is set up, and why: there are no others. */
final class HostChecks {
    private final Map<String, Set<String>> reasons = new LinkedHashMap<>();

    private HostChecks() {}

    static Check run(List<ProviderSettings> providers, List<Remote> remotes, CacheSettings cache) {
        var hosts = new HostChecks();
        for (ProviderSettings provider : providers) {
            hosts.add(host(provider.baseUrl()), "provider " + provider.name());
            URI proxy = provider.proxy();
            if (proxy != null) {
                hosts.add(host(proxy), "proxy to provider " + provider.name());
            }
        }
        remotes.forEach(remote -> hosts.add(remote.url(), "git remote " + remote.name()));
        cache.redis().ifPresent(redis -> hosts.add(host(redis.uri()), "shared cache"));
        return Check.ok("outbound", hosts.words());
    }

    private static String host(URI address) {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private void add(String host, String reason) {
        reasons.computeIfAbsent(host, any -> new LinkedHashSet<>()).add(reason);
    }

    private String words() {
        return reasons.isEmpty()
                ? "no host is ever contacted"
                : "only these may be contacted: "
                        + reasons.entrySet().stream()
                                .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                                .collect(Collectors.joining("; "));
    }
}
