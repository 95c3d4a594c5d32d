package dev.assay.llm;

import org.jspecify.annotations.Nullable;

/**
 * Something that was sent otherwise than asked for; recorded so that nothing is changed silently.
 *
 * @param parameter what was changed
 * @param asked the value asked for, or null for none
 * @param sent the value sent, or null where it was left out
 * @param reason why, in words for the user
 */
public record Adjustment(
        String parameter, @Nullable String asked, @Nullable String sent, String reason) {}
