package dev.assay.experiment.gate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a gate makes of one variant.
 *
 * @param gate the gate in a few words, such as {@code relevance at least 0.7}
 * @param variant letter of the variant
 * @param metric what was judged
 * @param caseLimit the score that the mean was held against, or null for a gate that knows none
 * @param status how it ended
 * @param sentence why, for the user
 */
public record GateResult(
        String gate,
        String variant,
        String metric,
        @Nullable Double caseLimit,
        Status status,
        String sentence) {

    /** How a gate ends. */
    public enum Status {
        PASSED,
        FAILED,
        /** The cases do not say; the script goes on, and the user is told. */
        UNDECIDED
    }

    /** What to tell whoever waits at the gate; nothing where it was passed. */
    public Optional<String> notice() {
        return switch (status) {
            case PASSED -> Optional.empty();
            case FAILED -> Optional.of("Gate failed: " + sentence);
            case UNDECIDED -> Optional.of("Gate undecided: " + sentence);
        };
    }
}
