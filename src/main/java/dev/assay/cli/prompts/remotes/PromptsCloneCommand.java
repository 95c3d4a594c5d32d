package dev.assay.cli.prompts.remotes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.registry.remote.Cloned;
import dev.assay.registry.remote.Cloner;
import dev.assay.registry.remote.transport.RemoteUrls;
import dev.assay.workbench.Workspaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay prompts clone}: makes a workspace out of a remote. */
@Command(
        name = "clone",
        description = "Makes a workspace out of a repository elsewhere. No hooks and no submodules come along.")
public final class PromptsCloneCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "URL", description = "A path, https://host/path or git@host:path.")
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private String url;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Where to; absent or empty. Default: a folder here, named as the address ends.")
    private @Nullable String folder;

    public PromptsCloneCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String from = RemoteUrls.isPath(url) ? session.path(url).toString() : url;
        Path to = session.path(folder == null ? Cloner.folderName(url) : folder);
        Cloned cloned = RemoteExchange.run(
                session,
                (prompt, progress) ->
                        Workspaces.clone(from, to, session.terminal().live(), prompt, progress));
        cloned.remarks().forEach(session.terminal()::note);
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("url", RemoteUrls.redact(from))
                .put("workspace", to.toString())
                .put("branch", cloned.branch());
        cloned.remarks().forEach(document.putArray("remarks")::add);
        try (var workbench = session.open(to)) {
            int prompts = workbench.registry().list().size();
            document.put("prompts", prompts);
            var lines = new ArrayList<String>();
            lines.add("Cloned into " + to + " on " + Printable.of(cloned.branch()) + "; prompts: " + prompts);
            lines.add("Open it with: assay --workspace " + to);
            session.print(document, lines);
        }
        return ExitStatus.DONE;
    }
}
