package dev.assay.registry;

import org.eclipse.jgit.lib.ObjectId;

/**
 * The content of a file as git stores it.
 *
 * @param id its content id
 * @param bytes the content, line ends and filters applied as on check-in
 */
record Blob(ObjectId id, byte[] bytes) {}
