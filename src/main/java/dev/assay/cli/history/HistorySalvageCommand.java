package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.history.database.Salvage;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay history salvage}: saves what can be read of a damaged history. */
@Command(
        name = "salvage",
        description = "Sets a damaged history aside as it is, and begins another with what can be read of it.")
final class HistorySalvageCommand implements Runnable {
    private final Session session;

    HistorySalvageCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Salvage salvage = workbench.history().keeper().salvage();
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("setAside", salvage.setAside().toString())
                            .put("runs", salvage.runs())
                            .put("calls", salvage.calls())
                            .put("lost", salvage.lost()),
                    List.of(salvage.sentence()));
        }
    }
}
