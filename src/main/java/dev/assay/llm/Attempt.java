package dev.assay.llm;

import java.time.Duration;

/**
 * A try of a call that failed and was followed by another.
 *
 * @param model the model that was asked
 * @param errorType the kind of failure, see {@link LlmException#errorType()}
 * @param message what went wrong, for the user
 * @param took how long it lasted
 * @param waited the pause before the next try
 */
public record Attempt(ModelId model, String errorType, String message, Duration took, Duration waited) {}
