package dev.assay.history.keeping;

/**
 * What was copied from a history in a file to one on a server.
 *
 * @param runs that were not there yet
 * @param calls that were not there yet, those of runs and of logs included
 */
public record Uploaded(long runs, long calls) {}
