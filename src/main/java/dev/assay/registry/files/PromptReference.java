package dev.assay.registry.files;

/**
 * A place that names a prompt.
 *
 * @param path the file, under the workspace
 * @param start offset of the first character of the name
 * @param end offset after the last one
 */
public record PromptReference(String path, int start, int end) {}
