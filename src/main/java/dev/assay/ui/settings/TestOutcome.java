package dev.assay.ui.settings;

import dev.assay.provider.ProviderHealth;
import dev.assay.provider.http.Reachability;
import dev.assay.settings.ProviderSettings;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.Locale;

/**
 * What the test of a provider found.
 *
 * @param good whether it can be used
 * @param text for the user
 */
record TestOutcome(boolean good, String text) {

    static TestOutcome of(ProviderHealth health, ProviderSettings settings) {
        return switch (health.reachability()) {
            case Reachability.Reached reached ->
                new TestOutcome(true, reached(health, reached.models(), settings.models()));
            case Reachability.KeyMissing missing -> new TestOutcome(false, sentence(missing.mend()));
            case Reachability.Failed failed ->
                new TestOutcome(false, failed.reason() + " " + Messages.get("settings.test.took", millis(health)));
        };
    }

    private static String reached(ProviderHealth health, List<String> served, List<String> wanted) {
        String key = Messages.get(health.needsKey() ? "settings.test.key" : "settings.test.nokey");
        String found = Messages.get("settings.test.reached", millis(health), served.size(), key);
        List<String> absent = served.isEmpty()
                ? List.of()
                : wanted.stream().filter(model -> !served.contains(model)).toList();
        return absent.isEmpty() ? found : found + " " + Messages.get("settings.test.absent", String.join(", ", absent));
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static long millis(ProviderHealth health) {
        return health.took().toMillis();
    }
}
