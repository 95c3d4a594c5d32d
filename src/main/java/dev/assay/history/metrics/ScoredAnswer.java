package dev.assay.history.metrics;

import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one earlier answer says of its model: how good it was, what it cost, how long it took.
 *
 * @param model the model of its column
 * @param text content id of the prompt text that ran
 * @param cases content id of the cases
 * @param testCase which of them, from 0
 * @param judge who scored the run, or null where a rule did
 * @param failed whether there was no answer
 * @param score 0 to 1, or null where there is none
 * @param usd what it costs without any cache, or null where that is not known
 * @param latencyMs how long the model took, in milliseconds, or null where no model was called
 */
public record ScoredAnswer(
        ModelId model,
        String text,
        String cases,
        int testCase,
        @Nullable ModelId judge,
        boolean failed,
        @Nullable Double score,
        @Nullable BigDecimal usd,
        @Nullable Double latencyMs) {}
