package dev.assay.workbench;

import java.time.Instant;

/**
 * Unsaved text of a prompt that was kept against a crash.
 *
 * @param name the prompt
 * @param text what was in the editor; lines end in {@code \n}
 * @param base what the editor had loaded from the file
 * @param savedAt when the draft was written
 */
public record Draft(String name, String text, String base, Instant savedAt) {}
