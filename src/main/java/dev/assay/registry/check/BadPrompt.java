package dev.assay.registry.check;

/**
 * Why a prompt cannot be used as it is.
 *
 * @param readable whether its text can be shown, so that it can be mended in an editor
 * @param problem where, what is wrong and how to mend it; one line
 */
public record BadPrompt(boolean readable, String problem) {}
