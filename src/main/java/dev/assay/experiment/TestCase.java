package dev.assay.experiment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a comparison.
 *
 * @param index from 0
 * @param inputs values by variable name, in the dataset's order
 * @param expected a correct answer, or null
 * @param line where it begins in the dataset's file, from 1; 0 where it comes from no file
 */
public record TestCase(
        int index, Map<String, Object> inputs, @Nullable String expected, int line) {

    /** A case that comes from no file. */
    public TestCase(int index, Map<String, Object> inputs, @Nullable String expected) {
        this(index, inputs, expected, 0);
    }
}
