package dev.assay.history.keeping;

import dev.assay.llm.InputException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much is kept. What has a star, or belongs to a run with one, is kept whatever its age; figures of calls are kept
 * always, for they take little room and all sums are made of them.
 *
 * @param maxAge texts that are older go, or null for any age
 * @param maxBytes the oldest texts go until the file is no larger, or null for any size
 */
public record Retention(@Nullable Duration maxAge, @Nullable Long maxBytes) {
    /** Everything is kept. */
    public static final Retention ALL = new Retention(null, null);

    public Retention {
        if (maxAge != null && maxAge.compareTo(Duration.ofDays(1)) < 0) {
            throw new InputException("Calls must be kept for a day at least, not for " + maxAge);
        }
        if (maxBytes != null && maxBytes < 1) {
            throw new InputException("The history must have some room, not " + maxBytes + " bytes");
        }
    }

    /** Whether nothing ever goes. */
    public boolean isAll() {
        return maxAge == null && maxBytes == null;
    }
}
