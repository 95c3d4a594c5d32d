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
    private final Entry[] last;

    /**
     * What a tree has at a path.
     *
     * @param mode bits as git stores them; 0 where there is nothing
     * @param id of the content; zero where there is nothing
     */
    record Entry(int mode, ObjectId id) {
        static final Entry NONE = new Entry(0, ObjectId.zeroId());

        /** Whether a file is there, or a link or a submodule. */
        boolean isFile() {
            return mode != 0 && !FileMode.TREE.equals(mode);
        }
    }

    FollowedPath(String path) {
        this.path = path;
        this.raw = Constants.encode(path);
        for (String part : path.split("/")) {
            parts.add(Constants.encode(part));
        }
        this.last = new Entry[parts.size() + 1];
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
    Entry in(ObjectId tree, ObjectReader reader) throws IOException {
        var entry = new Entry(FileMode.TREE.getBits(), tree);
        for (int depth = 0; !entry.equals(last[depth]); depth++) {
            last[depth] = entry;
            if (depth == parts.size()) {
                break;
            }
            entry = FileMode.TREE.equals(entry.mode()) ? child(entry.id(), parts.get(depth), reader) : Entry.NONE;
        }
        Entry end = last[parts.size()];
        return end.isFile() ? end : Entry.NONE;
    }

    private static Entry child(ObjectId tree, byte[] name, ObjectReader reader) throws IOException {
        for (var here = new CanonicalTreeParser(null, reader, tree); !here.eof(); here.next(1)) {
            int from = here.getNameOffset();
            if (Arrays.equals(here.getEntryPathBuffer(), from, here.getEntryPathLength(), name, 0, name.length)) {
                return new Entry(here.getEntryRawMode(), here.getEntryObjectId());
            }
        }
        return Entry.NONE;
    }
}
