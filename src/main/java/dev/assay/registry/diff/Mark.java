package dev.assay.registry.diff;

/**
 * A stretch of a line that is not on the other side.
 *
 * @param start first character, from 0
 * @param end after the last one
 */
public record Mark(int start, int end) {
    public Mark {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A mark from " + start + " to " + end);
        }
    }
}
