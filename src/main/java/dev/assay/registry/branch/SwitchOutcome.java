package dev.assay.registry.branch;

import java.util.List;

/** How a switch to another branch went. */
public sealed interface SwitchOutcome {
    /** The branch is checked out; changes that are not committed came along untouched. */
    record Switched(String branch) implements SwitchOutcome {}

    /** Nothing was done: the other branch has different versions of these files, which have changes. */
    record Blocked(String branch, List<String> files) implements SwitchOutcome {}

    /** The branch is checked out, and the changes were stashed and applied to it. */
    record Carried(String branch) implements SwitchOutcome {}

    /** The branch is checked out, and the changes conflict with it in these files; the stash is kept under that name. */
    record CarriedWithConflicts(String branch, String stash, List<String> files) implements SwitchOutcome {}
}
