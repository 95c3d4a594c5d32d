package dev.assay.registry.files;

import dev.assay.registry.git.PromptRevision;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rename did.
 *
 * @param names old and new names of all prompts that moved, the asked one first
 * @param commit the commit that holds the rename and nothing else, or null where none of them was ever committed
 * @param rewritten files under the workspace whose references now give the new name; they are not committed yet
 */
public record Renamed(Map<String, String> names, @Nullable PromptRevision commit, List<String> rewritten) {}
