package dev.assay.settings;

import dev.assay.llm.InputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How much history is kept, as the workspace's {@code history.yaml} says.
 *
 * @param maxAge texts of calls that are older go; empty for any age
 * @param maxBytes the oldest texts go until the file is no larger; empty for any size
 * @param server the database server that keeps it instead of a file, where a team shares it
 */
public record HistorySettings(Optional<Duration> maxAge, OptionalLong maxBytes, Optional<HistoryServer> server) {
    /** The file, in the workspace folder. */
    public static final String FILE = "history.yaml";

    /** Where nothing is said, everything is kept. */
    public static final HistorySettings DEFAULTS =
            new HistorySettings(Optional.empty(), OptionalLong.empty(), Optional.empty());

    private static final String DAYS = "keepDays";
    private static final String MEGABYTES = "maxMegabytes";
    private static final String DATABASE = "database";
    private static final String USER = "databaseUser";
    private static final String PASSWORD = "databasePassword";

    /**
     * Reads the file; the defaults hold where it is not there.
     *
     * @throws InputException naming file, line and column of a mistake
     */
    public static HistorySettings read(Path file) {
        return YamlFile.read(file)
                .map(root -> of(root.fields(Set.of(DAYS, MEGABYTES, DATABASE, USER, PASSWORD))))
                .orElse(DEFAULTS);
    }

    private static HistorySettings of(Map<String, YamlField> fields) {
        return new HistorySettings(
                Optional.ofNullable(fields.get(DAYS)).map(field -> Duration.ofDays(field.positive())),
                Optional.ofNullable(fields.get(MEGABYTES))
                        .map(field -> OptionalLong.of((long) field.positive() << 20))
                        .orElse(OptionalLong.empty()),
                Optional.ofNullable(fields.get(DATABASE))
                        .map(url -> new HistoryServer(url, fields.get(USER), fields.get(PASSWORD))));
    }
}
