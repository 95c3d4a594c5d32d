package dev.assay.cli.doctor;

import dev.assay.provider.ProviderCheck;
import dev.assay.provider.ProviderHealth;
import dev.assay.provider.http.Reachability;
import dev.assay.provider.local.LocalProvider;
import dev.assay.provider.offline.OfflineProvider;
import dev.assay.settings.ProviderSettings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at each provider: is there a key, and does it answer. */
final class ProviderChecks {
    private static final int SHOWN = 5;

    private ProviderChecks() {}

    static List<Check> run(List<ProviderSettings> providers) {
        Stream<Check> builtIn = Stream.of(
                Check.ok(name(OfflineProvider.NAME), "built in; no key, no network"),
                Check.ok(name(LocalProvider.NAME), LocalProvider.DESCRIPTION));
        return Stream.concat(builtIn, ProviderCheck.run(providers).stream().map(ProviderChecks::check))
                .toList();
    }

    private static Check check(ProviderHealth health) {
        String name = name(health.name());
        String key = health.needsKey() ? "; key present" : "";
        return switch (health.reachability()) {
            case Reachability.Reached reached ->
                Check.ok(name, health.baseUrl() + " answers" + key + "; models: " + models(reached.models()));
            case Reachability.KeyMissing missing -> Check.warn(name, "no key: " + missing.mend());
            case Reachability.Failed failed -> Check.warn(name, failed.reason() + key);
        };
    }

    private static String models(List<String> models) {
        String shown = models.stream().limit(SHOWN).collect(Collectors.joining(", "));
        int more = models.size() - SHOWN;
        return models.isEmpty() ? "not told" : shown + (more > 0 ? " and " + more + " more" : "");
    }

    private static String name(String provider) {
        return "provider " + provider;
    }
}
