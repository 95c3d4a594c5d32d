package dev.assay.registry.conflict;

import java.util.List;

/** How a merge went. */
public sealed interface MergeOutcome {
    /** The branch has nothing that is not here already. */
    record UpToDate() implements MergeOutcome {}

    /** The current branch had nothing of its own and was moved on. */
    record FastForward(String commitId) implements MergeOutcome {}

    /** Both sides were joined in a commit. */
    record Merged(String commitId) implements MergeOutcome {}

    /** The user has to decide; everything else is joined. The paths are from the top of the repository. */
    record Conflicted(List<String> files) implements MergeOutcome {}
}
