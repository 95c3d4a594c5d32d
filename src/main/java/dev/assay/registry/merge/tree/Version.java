package dev.assay.registry.merge.tree;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** A file as one tree has it. */
public record Version(ObjectId id, FileMode mode) {
    boolean isFile() {
        return (mode.getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    }
}
