package dev.assay.ui.prompts.files;

import dev.assay.registry.git.Author;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rename would touch.
 *
 * @param name what the prompt is called now
 * @param references files under the workspace that name it
 * @param variants names of its variants
 * @param taken names that other prompts have
 * @param author who commits it, where that is known
 */
public record RenamePlan(
        String name, List<String> references, List<String> variants, Set<String> taken, Optional<Author> author) {}
