package dev.assay.registry.branch;

import java.time.Instant;

/**
 * A branch.
 *
 * @param name without {@code refs/heads/} or {@code refs/remotes/}
 * @param isRemote whether it is what a remote had when it was last fetched
 * @param isCurrent whether it is checked out
 * @param upstream the remote-tracking branch that it belongs to; empty where there is none
 * @param isUpstreamGone whether that was deleted on the remote
 * @param ahead commits that upstream has not
 * @param behind commits of upstream that are not here
 * @param last its last commit
 */
public record Branch(
        String name,
        boolean isRemote,
        boolean isCurrent,
        String upstream,
        boolean isUpstreamGone,
        int ahead,
        int behind,
        LastCommit last) {
    /**
     * The last commit of a branch.
     *
     * @param id the full id
     * @param subject the first line of its message
     * @param author the name of who wrote it
     * @param time when it was committed
     */
    public record LastCommit(String id, String subject, String author, Instant time) {}
}
