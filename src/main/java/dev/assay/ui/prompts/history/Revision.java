package dev.assay.ui.prompts.history;

import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.registry.git.PromptRevision;
import org.jspecify.annotations.Nullable;

/**
 * A line of a prompt's history.
 *
 * @param commit the commit
 * @param renamedFrom the name that the prompt had before, where the commit renamed it; else null
 * @param evidence what was measured of it, or null where the message tells nothing
 */
public record Revision(
        PromptRevision commit,
        @Nullable String renamedFrom,
        @Nullable Evidence evidence) {

    /** The revision with the evidence that its message tells. */
    public static Revision of(PromptRevision commit, @Nullable String renamedFrom) {
        return new Revision(
                commit, renamedFrom, Trailers.parse(commit.message()).orElse(null));
    }
}
