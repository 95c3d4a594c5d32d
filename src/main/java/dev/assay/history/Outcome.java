package dev.assay.history;

import dev.assay.llm.ChatResponse;
import dev.assay.llm.RawExchange;
import java.time.Duration;
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
     */
    record Failed(
            String errorType,
            String message,
            @Nullable Integer httpStatus,
            String partialText,
            RawExchange raw,
            Duration elapsed)
            implements Outcome {}

    /** By the user's wish. */
    record Cancelled(String partialText) implements Outcome {}
}
