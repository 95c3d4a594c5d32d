package dev.assay.provider.cache;

import dev.assay.settings.ProviderSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells where providers are and how they are asked, as far as it may change an answer; keys are no part of it. */
public final class CachePlaces {
    private CachePlaces() {}

    /**
     * The place of each provider, by its name.
     *
     * @param profiles what the user says of models, in any words; it decides what is sent of a request
     */
    public static Map<String, String> of(List<ProviderSettings> providers, String profiles) {
        var places = new HashMap<String, String>();
        for (ProviderSettings provider : providers) {
            places.put(
                    provider.name(),
                    String.join(
                            "\n",
                            provider.dialect().name(),
                            provider.baseUrl().toString(),
                            new TreeMap<>(provider.quirks()).toString(),
                            openHeaders(provider).toString(),
                            profiles));
        }
        return places;
    }

    /** Some headers ask for another behaviour; those that hold a key would make its change another place. */
    private static Map<String, String> openHeaders(ProviderSettings provider) {
        List<String> secrets = provider.secrets().toList();
        var open = new TreeMap<String, String>();
        provider.headers().forEach((name, value) -> {
            if (secrets.stream().noneMatch(value::endsWith)) {
                open.put(name, value);
            }
        });
        return open;
    }
}
