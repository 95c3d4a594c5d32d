package dev.assay.registry.remote;

import java.util.List;

/**
 * What a push did.
 *
 * @param remote where to
 * @param branch its name there
 * @param changes what became of branch and tags there; empty where the remote had everything already
 * @param upstreamSet whether the branch now belongs to that one
 */
public record PushOutcome(String remote, String branch, List<RefChange> changes, boolean upstreamSet) {}
