package dev.assay.cli.prompts.remotes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.prompts.branches.ConflictReport;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.registry.remote.PullOutcome;
import dev.assay.workbench.Repository;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code assay prompts pull}: brings the work of others. */
@Command(
        name = "pull",
        description =
                "Fetches the upstream of the current branch and joins it; ends with 1 where conflicts are left to decide.")
public final class PromptsPullCommand implements Callable<Integer> {
    private final Session session;

    public PromptsPullCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(session.terminal().live());
            PullOutcome outcome = RemoteExchange.run(session, repository::pull);
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            var lines = new ArrayList<String>();
            RemoteExchange.add(outcome.fetched(), "fetched", document, lines);
            int status = switch (outcome) {
                case PullOutcome.Joined joined -> {
                    document.put("upstream", joined.upstream());
                    yield ConflictReport.add(repository, joined.merge(), document, lines);
                }
                case PullOutcome.Rebased rebased -> {
                    document.put("upstream", rebased.upstream())
                            .put("outcome", "rebased")
                            .put("commits", rebased.commits());
                    lines.add("Rebased on " + rebased.upstream() + "; commits of your own: " + rebased.commits());
                    yield ExitStatus.DONE;
                }
            };
            session.print(document, lines);
            return status;
        }
    }
}
