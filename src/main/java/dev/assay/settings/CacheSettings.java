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
 * @param semantic whether the answer to a similar question may stand for another's
 * @param redis the server that keeps the answers instead of the disk, where a team shares them
 */
public record CacheSettings(
        boolean use, long maxBytes, Duration maxAge, SemanticCache semantic, Optional<RedisAddress> redis) {
    /** The file, in the workspace folder. */
    public static final String FILE = "cache.yaml";

    /** Where nothing is said. */
    public static final CacheSettings DEFAULTS =
            new CacheSettings(true, 500L << 20, Duration.ofDays(30), SemanticCache.OFF, Optional.empty());

    /** A file that says nothing, with what it could say. */
    public static final String EXAMPLE = """
            # How answers are kept for later. What is not said is as usual.
            #
            # use: true             # comparisons take answers that are kept
            # maxMegabytes: 500     # on disk
            # maxDays: 30
            # semantic:             # the answer to an almost equal question stands for another's, and is marked
            #   use: false
            #   similarity: 0.98    # above 0 up to 1
            # redis: redis://:${REDIS_PASSWORD}@cache.example:6379    # shared by a team, instead of the disk
            """;

    private static final String USE = "use";
    private static final String MEGABYTES = "maxMegabytes";
    private static final String DAYS = "maxDays";
    private static final String SEMANTIC = "semantic";
    private static final String REDIS = "redis";

    /** Settings of a cache on disk. */
    public CacheSettings(boolean use, long maxBytes, Duration maxAge) {
        this(use, maxBytes, maxAge, SemanticCache.OFF, Optional.empty());
    }

    /**
     * Reads the file; the defaults hold where it is not there.
     *
     * @param keys where it is looked up what the file writes as {@code ${NAME}}
     * @throws InputException naming file, line and column of a mistake
     */
    public static CacheSettings read(Path file, KeySource keys) {
        return of(YamlFile.read(file), keys);
    }

    /** Reads the text of such a file in the same way. */
    public static CacheSettings parse(String text, KeySource keys) {
        return of(YamlFile.parse(FILE, text), keys);
    }

    private static CacheSettings of(Optional<YamlField> file, KeySource keys) {
        return file.map(root -> of(root.fields(Set.of(USE, MEGABYTES, DAYS, SEMANTIC, REDIS)), keys))
                .orElse(DEFAULTS);
    }

    private static CacheSettings of(Map<String, YamlField> fields, KeySource keys) {
        return new CacheSettings(
                Optional.ofNullable(fields.get(USE)).map(YamlField::flag).orElse(DEFAULTS.use),
                Optional.ofNullable(fields.get(MEGABYTES))
                        .map(field -> (long) field.positive() << 20)
                        .orElse(DEFAULTS.maxBytes),
                Optional.ofNullable(fields.get(DAYS))
                        .map(field -> Duration.ofDays(field.positive()))
                        .orElse(DEFAULTS.maxAge),
                Optional.ofNullable(fields.get(SEMANTIC)).map(SemanticCache::of).orElse(SemanticCache.OFF),
                Optional.ofNullable(fields.get(REDIS)).map(field -> RedisAddress.of(field, keys)));
    }
}
