package dev.assay.experiment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a comparison.
 *
 * @param index from 0
 * @param inputs values by variable name, in the dataset's order
 * @param expected a correct answer, or null
 */
public record TestCase(
        int index, Map<String, Object> inputs, @Nullable String expected) {}
