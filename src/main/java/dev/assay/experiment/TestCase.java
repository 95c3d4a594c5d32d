package dev.assay.experiment;

import dev.assay.history.RunCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a comparison.
 *
 * @param index from 0
 * @param inputs values by variable name, in the dataset's order
 * @param expected a correct answer, or null
 * @param line where it begins in the dataset's file, from 1; 0 where it comes from no file
 * @param tags the user's words for it; may be empty
 * @param cluster what it shares with other cases, such as the document that they are about, or null
 */
public record TestCase(
        int index,
        Map<String, Object> inputs,
        @Nullable String expected,
        int line,
        List<String> tags,
        @Nullable String cluster) {
    public TestCase {
        tags = List.copyOf(tags);
    }

    /** Cases as they were when a run began. */
    public static List<TestCase> of(List<RunCase> recorded) {
        return recorded.stream()
                .map(one ->
                        new TestCase(one.index(), one.inputs(), one.expected(), one.line(), one.tags(), one.cluster()))
                .toList();
    }

    /** The same case with another source, or none. */
    TestCase inCluster(@Nullable String source) {
        return new TestCase(index, inputs, expected, line, tags, source);
    }

    /** A case that comes from no file. */
    public TestCase(int index, Map<String, Object> inputs, @Nullable String expected) {
        this(index, inputs, expected, 0, List.of(), null);
    }
}
