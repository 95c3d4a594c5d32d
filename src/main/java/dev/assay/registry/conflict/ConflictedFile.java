package dev.assay.registry.conflict;

import dev.assay.registry.merge.MergedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that the user has to decide on.
 *
 * @param path from the top of the repository
 * @param kind what is the matter
 * @param text both sides joined with the conflicts between them, none where git saw one that is none; null where the file as a whole is to be chosen
 * @param lines where the conflicts begin in the file on disk, from 1; empty where it has no markers
 */
public record ConflictedFile(
        String path, Kind kind, @Nullable MergedText text, List<Integer> lines) {
    /** What is the matter with a file. */
    public enum Kind {
        /** Both sides changed its text. */
        TEXT,
        /** Both sides changed it, and it is no text. */
        BINARY,
        /** The current branch deleted it, the other one changed it. */
        DELETED_BY_US,
        /** The other branch deleted it, the current one changed it. */
        DELETED_BY_THEM,
        /** Both sides renamed it: this is its old name. */
        RENAMED_AWAY,
        /** The current branch renamed it to this, the other one to something else. */
        RENAMED_BY_US,
        /** The other branch renamed it to this, the current one to something else. */
        RENAMED_BY_THEM
    }
}
