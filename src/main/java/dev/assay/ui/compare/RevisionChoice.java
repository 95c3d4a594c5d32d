package dev.assay.ui.compare;

import dev.assay.registry.git.PromptRevision;
import dev.assay.ui.fx.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A revision to choose.
 *
 * @param revision the commit, or null for the working copy
 * @param label what the user reads
 */
record RevisionChoice(@Nullable String revision, String label) {
    static RevisionChoice workingCopy() {
        return new RevisionChoice(null, Messages.get("results.working.copy"));
    }

    static RevisionChoice of(PromptRevision revision) {
        return new RevisionChoice(
                revision.commitId(), Messages.get("compare.revision", revision.shortId(), revision.subject()));
    }
}
