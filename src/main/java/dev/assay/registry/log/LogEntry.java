package dev.assay.registry.log;

import dev.assay.registry.git.PromptRevision;
import org.jspecify.annotations.Nullable;

/**
 * A line of a prompt's history.
 *
 * @param revision the commit
 * @param path where the prompt lay after that commit, under the workspace
 * @param renamedFrom where it lay before, under the workspace, where the commit renamed it; else null
 */
public record LogEntry(
        PromptRevision revision, String path, @Nullable String renamedFrom) {}
