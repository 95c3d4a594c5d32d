package dev.assay.history.search;

import java.time.Instant;

/**
 * The texts of a call, to be found by their words.
 *
 * @param number its place in the order of writing, from 1
 * @param id of the call
 * @param startedAt when it was sent
 * @param text all that was said, and the error if there was one
 */
public record IndexedText(long number, String id, Instant startedAt, String text) {}
