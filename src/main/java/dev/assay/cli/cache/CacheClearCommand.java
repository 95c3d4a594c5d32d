package dev.assay.cli.cache;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.session.Megabytes;
import dev.assay.cli.session.Session;
import dev.assay.provider.cache.CacheFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay cache clear}: forgets all answers. */
@Command(
        name = "clear",
        description =
                "Forgets all answers: those on disk and, where cache.yaml names one, those on the Redis server, for"
                        + " everyone who shares it. History keeps its own.")
final class CacheClearCommand implements Runnable {
    @Option(names = "--disk-only", description = "Leave the Redis server alone.")
    private boolean diskOnly;

    private final Session session;

    CacheClearCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            OptionalLong shared =
                    diskOnly ? OptionalLong.empty() : workbench.cache().clearShared();
            CacheFolder.Size disk = workbench.cache().clear();
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("entries", disk.entries())
                    .put("bytes", disk.bytes());
            List<String> lines = new ArrayList<>();
            lines.add("Cleared: " + answers(disk.entries()) + ", " + Megabytes.of(disk.bytes()));
            shared.ifPresent(count -> {
                json.put("redisEntries", count);
                lines.add("Cleared on the Redis server: " + answers(count));
            });
            session.print(json, lines);
        }
    }

    private static String answers(long count) {
        return count + (count == 1 ? " answer" : " answers");
    }
}
