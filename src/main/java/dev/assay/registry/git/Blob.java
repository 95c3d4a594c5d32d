package dev.assay.registry.git;

import org.eclipse.jgit.lib.ObjectId;

/**
 * The content of a file as git stores it.
 *
 * @param id its content id
 * @param bytes the content, line ends and filters applied as on check-in
 */
public record Blob(ObjectId id, byte[] bytes) {}
