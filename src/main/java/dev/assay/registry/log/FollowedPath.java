package dev.assay.registry.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * A path that a walk looks at in one commit after another. Neighbours share most folders, so only those are read that
 * differ from the commit before.
 */
final class FollowedPath {
    private final String path;
    private final byte[] raw;
    private final List<byte[]> parts = new ArrayList<>();
    private final BitSet seen = new BitSet();
    private final TreeEntry[] last;

    FollowedPath(String path) {
        this.path = path;
        this.raw = Constants.encode(path);
        for (String part : path.split("/")) {
            parts.add(Constants.encode(part));
        }
        this.last = new TreeEntry[parts.size() + 1];
    }

    /** From the top of the repository. */
    String path() {
        return path;
    }

    /** The path as git stores it. */
    byte[] raw() {
        return raw;
    }

    /** Remembers that the walk comes to this commit; false where it did before. */
    boolean visit(int commit) {
        boolean first = !seen.get(commit);
        seen.set(commit);
        return first;
    }

    /** What that tree has at the path; folders count as nothing. */
    TreeEntry in(ObjectId tree, ObjectReader reader) throws IOException {
        var entry = new TreeEntry(FileMode.TREE.getBits(), tree);
        for (int depth = 0; !entry.equals(last[depth]); depth++) {
            last[depth] = entry;
            if (depth == parts.size()) {
                break;
            }
            entry = FileMode.TREE.equals(entry.mode()) ? child(entry.id(), parts.get(depth), reader) : TreeEntry.NONE;
        }
        TreeEntry end = last[parts.size()];
        return end.isFile() ? end : TreeEntry.NONE;
    }

    private static TreeEntry child(ObjectId tree, byte[] name, ObjectReader reader) throws IOException {
        for (var here = new CanonicalTreeParser(null, reader, tree); !here.eof(); here.next(1)) {
            int from = here.getNameOffset();
            if (Arrays.equals(here.getEntryPathBuffer(), from, here.getEntryPathLength(), name, 0, name.length)) {
                return new TreeEntry(here.getEntryRawMode(), here.getEntryObjectId());
            }
        }
        return TreeEntry.NONE;
    }
}
