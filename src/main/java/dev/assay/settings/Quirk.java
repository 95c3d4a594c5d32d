package dev.assay.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** In what servers of one protocol differ: what a user may say of a server that Assay does not know. */
public enum Quirk {
    /** Whose server it is like; what else is said goes before that. */
    VENDOR(
            "vendor",
            Set.of(Dialect.OPENAI, Dialect.OPENAI_RESPONSES),
            "openai",
            "azure",
            "mistral",
            "groq",
            "deepseek",
            "xai",
            "openrouter",
            "together",
            "any"),
    /** The field that caps the output. */
    CAP_FIELD("capField", Set.of(Dialect.OPENAI), "max_tokens", "max_completion_tokens"),
    /** The field for the seed. */
    SEED_FIELD("seedField", Set.of(Dialect.OPENAI), "seed", "random_seed"),
    /** Whether a stream must be asked for its usage. */
    STREAM_USAGE("streamUsage", Set.of(Dialect.OPENAI), "true", "false"),
    /**
     * How it is told the reasoning effort: by a word, by an object that holds the word, or by a switch beside the word.
     */
    EFFORT("effort", Set.of(Dialect.OPENAI), "word", "object", "switch"),
    /** The field in which it wants the reasoning of earlier answers back. */
    REASONING_FIELD("reasoningField", Set.of(Dialect.OPENAI), "none", "reasoning", "reasoning_content"),
    /** Whether it is asked to sum up its reasoning. */
    REASONING_SUMMARY("reasoningSummary", Set.of(Dialect.OPENAI_RESPONSES), "true", "false");

    private final String yamlName;
    private final Set<Dialect> dialects;
    private final List<String> values;

    Quirk(String yamlName, Set<Dialect> dialects, String... values) {
        this.yamlName = yamlName;
        this.dialects = dialects;
        this.values = List.of(values);
    }

    /** What the file calls it. */
    public String yamlName() {
        return yamlName;
    }

    /** What can be said of it. */
    public List<String> choices() {
        return values;
    }

    /** Whether servers of a dialect may differ in it. */
    public boolean isOf(Dialect dialect) {
        return dialects.contains(dialect);
    }

    /** What is said of it, if anything is. */
    public Optional<String> in(Map<String, String> quirks) {
        return Optional.ofNullable(quirks.get(yamlName));
    }

    /** Reads what a provider's entry says. Throws {@link dev.assay.llm.InputException} at the first mistake. */
    static Map<String, String> read(YamlField place, Dialect dialect) {
        var known = new TreeSet<String>();
        Arrays.stream(values())
                .filter(quirk -> quirk.dialects.contains(dialect))
                .forEach(quirk -> known.add(quirk.yamlName));
        if (known.isEmpty()) {
            throw place.error(place.name() + ": servers of dialect " + dialect.yamlName()
                    + " do not differ in anything that could be set: leave it out");
        }
        var quirks = new LinkedHashMap<String, String>();
        place.fields(known).forEach((key, field) -> quirks.put(key, value(key, field)));
        return quirks;
    }

    private static String value(String key, YamlField field) {
        List<String> values = Arrays.stream(values())
                .filter(quirk -> quirk.yamlName.equals(key))
                .findFirst()
                .orElseThrow()
                .values;
        if (!values.contains(field.text())) {
            throw field.error(
                    field.name() + " is '" + field.text() + "' but must be one of " + String.join(", ", values));
        }
        return field.text();
    }
}
