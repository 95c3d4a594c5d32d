package dev.assay.settings;

import dev.assay.llm.InputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How answers are kept for later, as the workspace's {@code cache.yaml} says.
 *
 * @param use whether comparisons use the cache where nothing else is said
 * @param maxBytes how much is kept on disk, 1 or more
 * @param maxAge how long an answer is kept
 */
public record CacheSettings(boolean use, long maxBytes, Duration maxAge) {
    /** The file, in the workspace folder. */
    public static final String FILE = "cache.yaml";

    /** Where nothing is said. */
    public static final CacheSettings DEFAULTS = new CacheSettings(true, 500L << 20, Duration.ofDays(30));

    private static final String USE = "use";
    private static final String MEGABYTES = "maxMegabytes";
    private static final String DAYS = "maxDays";

    /**
     * Reads the file; the defaults hold where it is not there.
     *
     * @throws InputException naming file, line and column of a mistake
     */
    public static CacheSettings read(Path file) {
        return YamlFile.read(file)
                .map(root -> of(root.fields(Set.of(USE, MEGABYTES, DAYS))))
                .orElse(DEFAULTS);
    }

    private static CacheSettings of(Map<String, YamlField> fields) {
        return new CacheSettings(
                Optional.ofNullable(fields.get(USE)).map(YamlField::flag).orElse(DEFAULTS.use),
                Optional.ofNullable(fields.get(MEGABYTES))
                        .map(field -> (long) field.positive() << 20)
                        .orElse(DEFAULTS.maxBytes),
                Optional.ofNullable(fields.get(DAYS))
                        .map(field -> Duration.ofDays(field.positive()))
                        .orElse(DEFAULTS.maxAge));
    }
}
