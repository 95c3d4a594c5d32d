package dev.assay.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of each answer, and how.
 *
 * @param name what its scores are called; unique within a run
 * @param type which judge or assertion measures it, such as {@code relevance} or {@code contains}
 * @param settings what that one needs to know, as YAML and JSON can say it; in order
 * @param threshold the value from 0 to 1 at which an answer passes, or null where nothing is passed or failed
 */
public record Metric(
        String name,
        String type,
        Map<String, Object> settings,
        @Nullable Double threshold) {
    public Metric {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        if (name.isBlank() || type.isBlank()) {
            throw new IllegalArgumentException("A metric needs a name and a type");
        }
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("Threshold of " + name + " is " + threshold + ", outside 0 to 1");
        }
    }

    /** The metric that is called as its type and needs no settings, such as {@code relevance}. */
    public static Metric of(String type) {
        return new Metric(type, type, Map.of(), null);
    }

    /** The names of some metrics. */
    public static List<String> names(List<Metric> metrics) {
        return metrics.stream().map(Metric::name).toList();
    }

    /** Whether a score passes; empty where it has no value or this metric no threshold. */
    public Optional<Boolean> passes(Score score) {
        return threshold != null && score instanceof Score.Scored scored
                ? Optional.of(scored.value() >= threshold)
                : Optional.empty();
    }
}
