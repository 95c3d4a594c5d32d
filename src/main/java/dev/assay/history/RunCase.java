package dev.assay.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case of a run as it was when the run began, so that what is missing can be run later whatever became of the dataset.
 *
 * @param index from 0
 * @param inputs values by variable name
 * @param expected a correct answer, or null
 * @param line where it began in the dataset's file, from 1; 0 where it came from no file
 * @param tags the user's words for it
 * @param cluster what it shares with other cases, or null
 */
public record RunCase(
        int index,
        Map<String, Object> inputs,
        @Nullable String expected,
        int line,
        List<String> tags,
        @Nullable String cluster) {
    public RunCase {
        tags = List.copyOf(tags);
    }
}
