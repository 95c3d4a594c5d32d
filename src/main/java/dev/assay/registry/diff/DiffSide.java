package dev.assay.registry.diff;

import java.util.List;

/**
 * A line on one side of a comparison.
 *
 * @param number from 1
 * @param text without its end
 * @param end how it ends: {@code \n}, {@code \r\n}, {@code \r}, or empty at the end of a text
 * @param marks what differs within the line; empty where the whole line does, or nothing
 */
public record DiffSide(int number, String text, String end, List<Mark> marks) {
    public DiffSide {
        marks = List.copyOf(marks);
    }
}
