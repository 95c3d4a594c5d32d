package dev.assay.registry;

import dev.assay.prompt.PromptRef;
import org.jspecify.annotations.Nullable;

/**
 * The text of a prompt as it was loaded.
 *
 * @param ref what was asked for
 * @param path path under the workspace, with forward slashes
 * @param text the content, line ends as stored
 * @param commitId the full id of the commit that the revision resolved to, or null for the working copy
 * @param blobId content id as git reckons it, also for the working copy
 */
public record StoredPrompt(
        PromptRef ref, String path, String text, @Nullable String commitId, String blobId) {}
