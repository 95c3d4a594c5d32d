package dev.assay.ui.repository;

import dev.assay.registry.branch.Branch;
import dev.assay.registry.conflict.MergeState;
import dev.assay.workbench.Repository;
import java.util.List;

/**
 * The repository as it was when it was last looked at.
 *
 * @param label the current branch, or the commit that is checked out instead; empty where it is not known
 * @param branches local ones first, the current one at the top
 * @param hasRemote whether there is somewhere to fetch from
 * @param state what is under way
 */
record RepositoryNow(String label, List<Branch> branches, boolean hasRemote, MergeState state) {
    static final RepositoryNow UNKNOWN =
            new RepositoryNow("", List.of(), false, new MergeState(MergeState.Kind.NONE, ""));

    RepositoryNow {
        branches = List.copyOf(branches);
    }

    /** Reads it; slow. */
    static RepositoryNow of(Repository repository, String label) {
        return new RepositoryNow(
                label, repository.branches(), !repository.remotes().isEmpty(), repository.state());
    }

    /** Commits of the current branch that its upstream has not. */
    int ahead() {
        return branches.stream()
                .filter(Branch::isCurrent)
                .mapToInt(Branch::ahead)
                .sum();
    }

    /** Commits of its upstream that the current branch has not. */
    int behind() {
        return branches.stream()
                .filter(Branch::isCurrent)
                .mapToInt(Branch::behind)
                .sum();
    }

    /** Local branches. */
    List<Branch> local() {
        return branches.stream().filter(branch -> !branch.isRemote()).toList();
    }

    /** Branches that only a remote has. */
    List<Branch> onlyRemote() {
        return branches.stream()
                .filter(Branch::isRemote)
                .filter(remote -> local().stream()
                        .noneMatch(local -> remote.name().endsWith("/" + local.name())
                                && remote.name().indexOf('/')
                                        == remote.name().length() - local.name().length() - 1))
                .toList();
    }

    /** What may be merged into the current branch. */
    List<Branch> others() {
        return branches.stream().filter(branch -> !branch.isCurrent()).toList();
    }
}
