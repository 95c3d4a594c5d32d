package dev.assay.registry.log;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a tree has at a path.
 *
 * @param mode bits as git stores them; 0 where there is nothing
 * @param id of the content; zero where there is nothing
 */
record TreeEntry(int mode, ObjectId id) {
    static final TreeEntry NONE = new TreeEntry(0, ObjectId.zeroId());

    /** Whether a file is there, or a link or a submodule. */
    boolean isFile() {
        return mode != 0 && !FileMode.TREE.equals(mode);
    }
}
