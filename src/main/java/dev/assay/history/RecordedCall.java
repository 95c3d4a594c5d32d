package dev.assay.history;

import dev.assay.history.search.CallEntry;
import org.jspecify.annotations.Nullable;

/**
 * A call with all that is known of it.
 *
 * @param entry its line in the list
 * @param invocation what was sent and what came, or null where it was taken from another program's log, or its texts
 *     were let go
 * @param place the cell of a run that it was made for, or null
 */
public record RecordedCall(
        CallEntry entry,
        @Nullable Invocation invocation,
        @Nullable Place place) {

    /**
     * A cell of a run.
     *
     * @param runId the run
     * @param cell its variant, case and repeat
     */
    public record Place(String runId, CellKey cell) {}
}
