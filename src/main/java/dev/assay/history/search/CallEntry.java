package dev.assay.history.search;

import dev.assay.history.metrics.CallRecord;

/**
 * A line in a list of calls.
 *
 * @param id of the call
 * @param figures what it took
 * @param mark what people say of it
 */
public record CallEntry(String id, CallRecord figures, Mark mark) {}
