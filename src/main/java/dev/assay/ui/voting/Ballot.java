package dev.assay.ui.voting;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two answers to a case that a person is to choose from. Nothing here that is shown tells whose they are.
 *
 * @param testCase index of the case
 * @param left index of the variant on the left
 * @param right index of the variant on the right
 * @param inputs the values of the case, a line each
 * @param expected a correct answer, or null
 * @param leftText the answer on the left
 * @param rightText the answer on the right
 */
record Ballot(
        int testCase,
        int left,
        int right,
        String inputs,
        @Nullable String expected,
        String leftText,
        String rightText) {

    /** What a case asks, as people read it. */
    static String words(Map<String, Object> inputs) {
        return inputs.size() == 1
                ? String.valueOf(inputs.values().iterator().next())
                : inputs.entrySet().stream()
                        .map(input -> input.getKey() + ": " + input.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
