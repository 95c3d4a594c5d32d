package dev.assay.cli.prompts.remotes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.registry.remote.RefChange;
import dev.assay.workbench.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay prompts fetch}: hears from a remote. */
@Command(name = "fetch", description = "Fetches what a remote has; nothing on disk changes.")
public final class PromptsFetchCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "0..1",
            paramLabel = "REMOTE",
            description = "A remote. Default: the one that the current branch belongs to.")
    private String remote = "";

    public PromptsFetchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(session.terminal().live());
            List<RefChange> changes =
                    RemoteExchange.run(session, (prompt, progress) -> repository.fetch(remote, prompt, progress));
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            var lines = new ArrayList<String>();
            RemoteExchange.add(changes, "fetched", document, lines);
            session.print(document, lines.isEmpty() ? List.of("Nothing new") : lines);
            return ExitStatus.DONE;
        }
    }
}
