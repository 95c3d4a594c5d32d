package dev.assay.registry;

/**
 * A prompt in the registry.
 *
 * @param name path under {@code prompts/} without ending; a partial's last part begins with an underscore
 * @param path path under the workspace, with forward slashes
 * @param status how it differs from the last commit
 */
public record PromptEntry(String name, String path, GitStatus status) {

    /** Whether this is a partial, meant for inclusion only. */
    public boolean isPartial() {
        return name.substring(name.lastIndexOf('/') + 1).startsWith("_");
    }

    /** Whether there is a file; not where it was deleted since the last commit. */
    public boolean isOnDisk() {
        return status != GitStatus.DELETED;
    }
}
