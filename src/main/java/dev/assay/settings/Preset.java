package dev.assay.settings;

import dev.assay.llm.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a usual provider, so that its users need not look it up.
 *
 * @param name how {@code preset:} names it
 * @param title how people call it
 * @param dialect the protocol it speaks
 * @param baseUrl where it is; empty where every customer has another address
 * @param example what such an address looks like
 * @param key the environment variable that usually holds the key; empty where none is needed
 * @param models some of its models; may be empty
 * @param concurrency calls at once, 1 or more; empty for the usual number
 * @param local whether it runs on the user's own machine
 */
public record Preset(
        String name,
        String title,
        Dialect dialect,
        Optional<URI> baseUrl,
        String example,
        Optional<String> key,
        List<String> models,
        Optional<Integer> concurrency,
        boolean local) {
    private static final String FILE = "presets.yaml";
    private static final Set<String> FIELDS =
            Set.of("title", "dialect", "baseUrl", "example", "key", "models", "concurrency", "local");
    private static final List<Preset> ALL = read();

    public Preset {
        models = List.copyOf(models);
    }

    /** All of them, those behind a key first. */
    public static List<Preset> all() {
        return ALL;
    }

    /** The one of that name. */
    public static Optional<Preset> find(String name) {
        return ALL.stream().filter(preset -> preset.name.equals(name)).findFirst();
    }

    /** The provider that this preset alone makes, under the preset's own name; its key is not looked up. */
    public ProviderSettings asProvider() {
        String text = "providers: {" + name + ": {preset: " + name + "}}";
        return ProvidersFile.parse(FILE, text, Map.of()).getFirst();
    }

    /** The one that is at the same host; empty for hosts that are nobody's in particular. */
    public static Optional<Preset> at(URI address) {
        return ALL.stream()
                .filter(preset -> !preset.local)
                .filter(preset -> preset.baseUrl
                        .map(URI::getHost)
                        .filter(host -> host.equalsIgnoreCase(address.getHost()))
                        .isPresent())
                .findFirst();
    }

    /** What to tell who asked for a name that is none of them. */
    public static String unknown(String name) {
        List<String> names = ALL.stream().map(Preset::name).toList();
        String nearest = NearestName.find(name, names)
                .map(one -> "did you mean " + one + "? ")
                .orElse("");
        return "there is no preset '" + name + "': " + nearest + "Known are " + String.join(", ", names);
    }

    private static List<Preset> read() {
        try (InputStream in = Preset.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            YamlField root = YamlFile.parse(FILE, text).orElseThrow();
            return root.fields().entrySet().stream()
                    .map(entry -> of(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Preset of(String name, YamlField place) {
        Map<String, YamlField> fields = place.fields(FIELDS);
        Optional<String> key = text(fields.get("key"));
        YamlField models = fields.get("models");
        String dialect = text(fields.get("dialect")).orElse("");
        return new Preset(
                name,
                text(fields.get("title")).orElse(name),
                Arrays.stream(Dialect.values())
                        .filter(one -> one.yamlName().equals(dialect))
                        .findFirst()
                        .orElseThrow(),
                text(fields.get("baseUrl")).map(URI::create),
                text(fields.get("example")).orElse(""),
                key,
                models == null ? List.of() : models.texts(),
                Optional.ofNullable(fields.get("concurrency")).map(YamlField::positive),
                fields.containsKey("local"));
    }

    private static Optional<String> text(@Nullable YamlField field) {
        return Optional.ofNullable(field).map(YamlField::text);
    }
}
