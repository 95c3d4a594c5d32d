package dev.assay.history;

import dev.assay.history.metrics.CallRecord;

/**
 * A call that another program has made and written down.
 *
 * @param id at most 64 characters; the same call has the same one each time its log is read
 * @param figures what is known of it
 */
public record LoggedCall(String id, CallRecord figures) {}
