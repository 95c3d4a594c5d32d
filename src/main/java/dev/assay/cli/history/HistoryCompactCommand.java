package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Megabytes;
import dev.assay.cli.session.Session;
import dev.assay.history.keeping.Pruned;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay history compact}: makes the file as small as it can be. */
@Command(name = "compact", description = "Makes the file of the history as small as it can be; nothing goes.")
final class HistoryCompactCommand implements Runnable {
    private final Session session;

    HistoryCompactCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Pruned compacted = workbench.history().keeper().compact();
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("bytesBefore", compacted.bytesBefore())
                            .put("bytesAfter", compacted.bytesAfter()),
                    List.of(Megabytes.of(compacted.bytesBefore()) + " before, " + Megabytes.of(compacted.bytesAfter())
                            + " now"));
        }
    }
}
