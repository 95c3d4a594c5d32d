package dev.assay.history.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some calls, the newest first.
 *
 * @param entries as many as were asked for, fewer at the end
 * @param next where the following page begins, or null at the end
 */
public record CallPage(List<CallEntry> entries, @Nullable Place next) {

    /**
     * A place in the list, which later calls do not move.
     *
     * @param startedAt of the last call told
     * @param told how many calls of that very moment were told already
     */
    public record Place(Instant startedAt, int told) {
        /** Before the newest call. */
        public static final Place TOP = new Place(Instant.parse("9999-12-31T00:00:00Z"), 0);
    }

    public CallPage {
        entries = List.copyOf(entries);
    }
}
