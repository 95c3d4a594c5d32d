package dev.assay.cli.prompts.remotes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.registry.remote.PushOutcome;
import dev.assay.registry.remote.Pusher;
import dev.assay.workbench.Repository;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts push}: shares work. */
@Command(name = "push", description = "Pushes the current branch; the first push sets its upstream.")
public final class PromptsPushCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "REMOTE",
            description = "A remote. Default: the one that the branch belongs to.")
    private String remote = "";

    @Option(names = "--tags", description = "Push the tags as well.")
    private boolean tags;

    @Option(
            names = "--force-with-lease",
            description = "Replace commits there, if they are still those that were fetched last.")
    private boolean force;

    public PromptsPushCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(session.terminal().live());
            var request = new Pusher.Request(remote, tags, force);
            PushOutcome outcome =
                    RemoteExchange.run(session, (prompt, progress) -> repository.push(request, prompt, progress));
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("remote", outcome.remote())
                    .put("branch", outcome.branch())
                    .put("upstreamSet", outcome.upstreamSet());
            var lines = new ArrayList<String>();
            RemoteExchange.add(outcome.changes(), "pushed", document, lines);
            if (lines.isEmpty()) {
                lines.add(outcome.remote() + " has everything already");
            }
            if (outcome.upstreamSet()) {
                lines.add("The upstream is now " + outcome.remote() + "/" + outcome.branch());
            }
            session.print(document, lines);
            return ExitStatus.DONE;
        }
    }
}
