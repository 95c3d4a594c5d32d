package dev.assay.history.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well a prompt did.
 *
 * @param prompt its name
 * @param text content id of the text that ran, or an empty text where several are meant
 * @param revision a commit that it was run at, or null where it was run uncommitted
 * @param mean of the scores, 0 to 1
 * @param answers how many were scored
 * @param since when the first of their runs began
 */
public record PromptQuality(
        String prompt, String text, @Nullable String revision, double mean, long answers, Instant since) {}
