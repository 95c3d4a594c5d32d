package dev.assay.judge;

import org.jspecify.annotations.Nullable;

/**
 * What a judge is to look at.
 *
 * @param task the prompt as it was sent, as text
 * @param output the answer to judge
 * @param expected a correct answer, or null where the case has none
 */
public record Judgement(
        String task, String output, @Nullable String expected) {}
