package dev.assay.registry.diff;

/**
 * A change: lines of the first text that lines of the second one replace. Either may be none.
 *
 * @param beforeStart first line in the first text, from 0
 * @param beforeEnd after the last one
 * @param afterStart first line in the second text, from 0
 * @param afterEnd after the last one
 * @param rowStart its first row, from 0
 * @param rowEnd after its last one
 */
public record DiffHunk(int beforeStart, int beforeEnd, int afterStart, int afterEnd, int rowStart, int rowEnd) {}
