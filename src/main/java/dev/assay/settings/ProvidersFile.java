package dev.assay.settings;

import dev.assay.llm.InputException;
import dev.assay.llm.StorageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code providers.yaml}. Secrets come from outside of it, so that the file can be committed. */
public final class ProvidersFile {

    private ProvidersFile() {}

    /**
     * Reads the providers of a file, in file order. A file that is not there configures none.
     *
     * @param file the file
     * @param keys where {@code ${NAME}} is looked up; a name that is nowhere makes the key {@link ApiKey.Missing} and
     *     does not disturb the other providers
     * @throws InputException naming file, line and column of the first mistake
     * @throws StorageException where the file cannot be read
     */
    public static List<ProviderSettings> read(Path file, KeySource keys) {
        return providers(YamlFile.read(file), keys);
    }

    /** The same with keys of the environment alone. */
    public static List<ProviderSettings> read(Path file, Map<String, String> environment) {
        return read(file, KeySource.of(environment));
    }

    /** Reads the text of such a file; {@code name} is how messages call it. */
    public static List<ProviderSettings> parse(String name, String text, KeySource keys) {
        return providers(YamlFile.parse(name, text), keys);
    }

    static List<ProviderSettings> parse(String name, String text, Map<String, String> environment) {
        return parse(name, text, KeySource.of(environment));
    }

    private static List<ProviderSettings> providers(Optional<YamlField> top, KeySource keys) {
        YamlField providers = top.map(root -> root.fields(Set.of("providers")).get("providers"))
                .orElse(null);
        if (providers == null || providers.isEmpty()) {
            return List.of();
        }
        return providers.fields().entrySet().stream()
                .map(entry -> new ProviderEntry(entry.getKey(), entry.getValue(), keys).read())
                .toList();
    }
}
