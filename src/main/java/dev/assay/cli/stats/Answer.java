package dev.assay.cli.stats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.experiment.stats.Interval;
import org.jspecify.annotations.Nullable;

/** Puts an answer together. */
final class Answer {
    private Answer() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A figure, or null where nothing was reckoned from no cases. */
    static @Nullable Double unlessEmpty(int n, double figure) {
        return n == 0 ? null : (Double) figure;
    }

    /** Adds the ends of an interval, or null. */
    static void interval(ObjectNode answer, String key, @Nullable Interval interval) {
        if (interval == null) {
            answer.putNull(key);
        } else {
            answer.putArray(key).add(interval.low()).add(interval.high());
        }
    }
}
