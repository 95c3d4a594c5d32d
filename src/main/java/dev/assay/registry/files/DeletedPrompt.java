package dev.assay.registry.files;

import dev.assay.registry.git.PromptRevision;

/**
 * A prompt that there was once.
 *
 * @param name what it was called
 * @param deletion the commit that deleted it
 * @param revision the commit before, at which it can be restored
 */
public record DeletedPrompt(String name, PromptRevision deletion, String revision) {}
