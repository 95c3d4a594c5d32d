package dev.assay.ui.prompts.document;

/**
 * A prompt that cannot be opened.
 *
 * @param name the prompt
 * @param problem what is wrong and how to mend it
 */
public record Unopened(String name, String problem) {}
