package dev.assay.ui.prompts.files;

import dev.assay.registry.files.RenameOptions;
import dev.assay.registry.git.Author;

/**
 * What the user wants renamed.
 *
 * @param name the new name
 * @param options what goes along
 * @param author of the commit
 */
public record RenameChoice(String name, RenameOptions options, Author author) {}
