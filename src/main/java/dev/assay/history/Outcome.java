package dev.assay.history;

import dev.assay.llm.Attempt;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.RawExchange;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a call ended. */
public sealed interface Outcome {

    /** With an answer. */
    record Completed(ChatResponse response) implements Outcome {}

    /**
     * With an error.
     *
     * @param errorType low-cardinality name, such as {@code rate_limited}
     * @param message for the user
     * @param httpStatus or null where there was no answer
     * @param partialText what had arrived; may be empty
     * @param elapsed until it failed
     * @param failedAttempts the tries before the one that failed last, in order
     */
    record Failed(
            String errorType,
            String message,
            @Nullable Integer httpStatus,
            String partialText,
            RawExchange raw,
            Duration elapsed,
            List<Attempt> failedAttempts)
            implements Outcome {
        public Failed {
            failedAttempts = List.copyOf(failedAttempts);
        }

        /** A call that failed at its only try. */
        public Failed(
                String errorType,
                String message,
                @Nullable Integer httpStatus,
                String partialText,
                RawExchange raw,
                Duration elapsed) {
            this(errorType, message, httpStatus, partialText, raw, elapsed, List.of());
        }
    }

    /** By the user's wish. */
    record Cancelled(String partialText) implements Outcome {}
}
