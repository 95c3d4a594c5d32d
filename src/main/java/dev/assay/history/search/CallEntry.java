package dev.assay.history.search;

import dev.assay.history.metrics.CallRecord;

/**
 * A line in a list of calls.
 *
 * @param id of the call
 * @param figures what it took
 * @param mark what people say of it
 * @param semantic whether it has the answer to a similar question; false too where its texts are not kept any more
 */
public record CallEntry(String id, CallRecord figures, Mark mark, boolean semantic) {

    /** The same with what people say of it now. */
    public CallEntry withMark(Mark now) {
        return new CallEntry(id, figures, now, semantic);
    }
}
