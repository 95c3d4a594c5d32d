package dev.assay.provider.profile;

import dev.assay.llm.InputException;
import dev.assay.llm.ReasoningEffort;
import dev.assay.settings.YamlField;
import dev.assay.settings.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads profiles: a mapping of providers to beginnings of model names ({@code *} for all) to what is known of them. */
final class ProfileFile {
    private static final String BUNDLED = "profiles.yaml";
    private static final Set<String> FIELDS = Stream.concat(
                    Arrays.stream(Feature.values()).map(Feature::yamlName),
                    Stream.of("sampling", "efforts", "thinking", "capField", "maxOutput"))
            .collect(Collectors.toUnmodifiableSet());

    private ProfileFile() {}

    static List<ProfileRow> bundled() {
        try (InputStream in = Objects.requireNonNull(ProfileFile.class.getResourceAsStream(BUNDLED), BUNDLED)) {
            return rows(YamlFile.parse(BUNDLED, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file; none where there is no file. */
    static List<ProfileRow> read(Path file) {
        return rows(YamlFile.read(file));
    }

    /** The rows of a text; {@code name} is how messages call it. */
    static List<ProfileRow> parse(String name, String text) {
        return rows(YamlFile.parse(name, text));
    }

    private static List<ProfileRow> rows(Optional<YamlField> root) {
        var rows = new ArrayList<ProfileRow>();
        root.map(YamlField::fields)
                .orElse(Map.of())
                .forEach((provider, models) -> models.fields()
                        .forEach((prefix, facts) -> rows.add(new ProfileRow(
                                provider, prefix.equals("*") ? "" : prefix.toLowerCase(Locale.ROOT), profile(facts)))));
        return rows;
    }

    private static ModelProfile profile(YamlField facts) {
        Map<String, YamlField> fields = facts.fields(FIELDS);
        var features = new EnumMap<Feature, Boolean>(Feature.class);
        fields.forEach((name, value) -> Feature.of(name).ifPresent(feature -> features.put(feature, value.flag())));
        return new ModelProfile(
                features,
                word(fields.get("sampling"), Sampling.class),
                efforts(fields.get("efforts")),
                word(fields.get("thinking"), Thinking.class),
                fields.containsKey("capField") ? fields.get("capField").text() : null,
                fields.containsKey("maxOutput") ? fields.get("maxOutput").positive() : null);
    }

    private static @Nullable Set<ReasoningEffort> efforts(@Nullable YamlField field) {
        if (field == null) {
            return null;
        }
        var efforts = new HashSet<ReasoningEffort>();
        for (String word : field.texts()) {
            try {
                efforts.add(ReasoningEffort.parse(word));
            } catch (InputException unknown) {
                throw field.error("" + unknown.getMessage());
            }
        }
        return efforts;
    }

    /** A word of an enumeration, written in lower case with hyphens. */
    private static <E extends Enum<E>> @Nullable E word(@Nullable YamlField field, Class<E> type) {
        if (field == null) {
            return null;
        }
        List<E> known = List.of(type.getEnumConstants());
        return known.stream()
                .filter(value -> yamlWord(value).equals(field.text()))
                .findFirst()
                .orElseThrow(() -> field.error(field.name() + " is '" + field.text() + "' but must be one of "
                        + known.stream().map(ProfileFile::yamlWord).collect(Collectors.joining(", "))));
    }

    private static String yamlWord(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
