package dev.assay.cli.cache;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.provider.cache.CacheFolder;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay cache clear}: forgets all answers. */
@Command(name = "clear", description = "Forgets all answers kept on disk; history and a Redis server keep theirs.")
final class CacheClearCommand implements Runnable {
    private final Session session;

    CacheClearCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            CacheFolder.Size cleared = workbench.cache().clear();
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("entries", cleared.entries())
                            .put("bytes", cleared.bytes()),
                    List.of("Cleared: " + cleared.entries() + (cleared.entries() == 1 ? " answer, " : " answers, ")
                            + Megabytes.of(cleared.bytes())));
        }
    }
}
