package dev.assay.ui.repository;

import dev.assay.registry.branch.SwitchOutcome;
import dev.assay.registry.conflict.MergeOutcome;
import dev.assay.registry.remote.PullOutcome;
import dev.assay.registry.remote.PushOutcome;
import dev.assay.registry.remote.RefChange;
import dev.assay.ui.fx.Messages;
import java.util.List;
import java.util.stream.Collectors;

/** Says in a line how something went. */
final class Outcomes {
    private Outcomes() {}

    static String of(SwitchOutcome outcome) {
        return switch (outcome) {
            case SwitchOutcome.Switched done -> Messages.get("repository.switched", done.branch());
            case SwitchOutcome.Carried done -> Messages.get("repository.carried", done.branch());
            case SwitchOutcome.CarriedWithConflicts done ->
                Messages.get("repository.carried.conflicts", done.branch(), done.stash());
            case SwitchOutcome.Blocked blocked -> Messages.get("repository.blocked", blocked.branch());
        };
    }

    static String of(MergeOutcome outcome, String name) {
        return switch (outcome) {
            case MergeOutcome.UpToDate done -> Messages.get("repository.merge.nothing", name);
            case MergeOutcome.FastForward done -> Messages.get("repository.merge.forward", name);
            case MergeOutcome.Merged done -> Messages.get("repository.merge.done", name);
            case MergeOutcome.Conflicted open ->
                Messages.get("repository.merge.conflicts", name, open.files().size());
        };
    }

    static String of(PullOutcome outcome) {
        return switch (outcome) {
            case PullOutcome.Joined joined -> of(joined.merge(), joined.upstream());
            case PullOutcome.Rebased rebased ->
                Messages.get("repository.rebased", rebased.commits(), rebased.upstream());
        };
    }

    static String of(PushOutcome outcome) {
        return outcome.changes().isEmpty()
                ? Messages.get("repository.push.nothing", outcome.remote())
                : Messages.get("repository.push.done", outcome.remote() + "/" + outcome.branch());
    }

    static String of(List<RefChange> fetched) {
        return fetched.isEmpty()
                ? Messages.get("repository.fetch.nothing")
                : Messages.get(
                        "repository.fetch.done",
                        fetched.stream().map(RefChange::name).collect(Collectors.joining(", ")));
    }
}
