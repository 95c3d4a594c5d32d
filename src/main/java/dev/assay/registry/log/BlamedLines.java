package dev.assay.registry.log;

import dev.assay.registry.git.PromptRevision;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive lines of the same origin.
 *
 * @param first the number of the first line, from 1
 * @param count how many lines, 1 or more
 * @param revision the commit that brought them, or null where they are not committed yet
 * @param path where the prompt lay in that commit, under the workspace
 * @param originalFirst the number that the first line had in that commit, from 1
 */
public record BlamedLines(int first, int count, @Nullable PromptRevision revision, String path, int originalFirst) {

    /** The number of the last line. */
    public int last() {
        return first + count - 1;
    }
}
