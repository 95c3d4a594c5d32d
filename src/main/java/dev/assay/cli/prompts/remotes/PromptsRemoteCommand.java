package dev.assay.cli.prompts.remotes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.registry.remote.Remote;
import dev.assay.registry.remote.transport.RemoteUrls;
import dev.assay.workbench.Repository;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts remote}: other repositories. */
@Command(name = "remote", description = "Lists the remotes; with NAME and URL adds one.")
public final class PromptsRemoteCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "A remote to add or forget.")
    private @Nullable String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "URL",
            description = "A path, https://host/path or git@host:path.")
    private @Nullable String url;

    @Option(names = "--delete", description = "Forget it and its branches; the remote itself is not touched.")
    private boolean delete;

    public PromptsRemoteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if ((name == null && delete) || (name != null && delete == (url != null))) {
            throw new InputException("Give NAME and URL to add a remote, or NAME --delete to forget it");
        }
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(false);
            if (name != null && url != null) {
                repository.addRemote(name, url);
                if (RemoteUrls.hasSecret(url)) {
                    session.terminal()
                            .note("The secret in the address is not kept: git's credential helper is asked for it");
                }
            } else if (name != null) {
                repository.removeRemote(name);
            }
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            var array = document.putArray("remotes");
            var lines = new ArrayList<String>();
            for (Remote remote : repository.remotes()) {
                array.addObject().put("name", remote.name()).put("url", remote.url());
                lines.add(remote.name() + "  " + Printable.of(remote.url()));
            }
            session.print(document, lines);
            return ExitStatus.DONE;
        }
    }
}
