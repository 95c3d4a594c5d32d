package dev.assay.registry.commit;

/**
 * A file of which only some changes are committed; the others stay in the working copy.
 *
 * @param path under the workspace
 * @param base id of what the last commit had of it when the changes were chosen; empty where it had none
 * @param text the file as it is committed: what git stores, not what lies on disk
 */
public record FilePart(String path, String base, String text) {}
