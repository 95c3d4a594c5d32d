package dev.assay.registry.remote;

import dev.assay.registry.conflict.MergeOutcome;
import java.util.List;

/** What a pull brought. */
public sealed interface PullOutcome {
    /** What was fetched. */
    List<RefChange> fetched();

    /** The upstream was merged. */
    record Joined(String upstream, List<RefChange> fetched, MergeOutcome merge) implements PullOutcome {}

    /** The commits of the branch were put on top of the upstream. */
    record Rebased(String upstream, List<RefChange> fetched, int commits) implements PullOutcome {}
}
