package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.history.keeping.Uploaded;
import dev.assay.llm.InputException;
import dev.assay.settings.HistorySettings;
import dev.assay.workbench.Histories;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay history upload}: copies the history of this machine to the server of the team. */
@Command(
        name = "upload",
        description = {
            "Copies the history of this machine to the PostgreSQL server that history.yaml names, which then keeps it for"
                    + " the team. What is there already stays, so that it can be done again.",
            "  database: jdbc:postgresql://db.example/assay",
            "  databaseUser: assay",
            "  databasePassword: $${ASSAY_DATABASE_PASSWORD}"
        })
final class HistoryUploadCommand implements Runnable {
    private final Session session;

    HistoryUploadCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            if (HistorySettings.read(workbench.root().resolve(HistorySettings.FILE))
                    .server()
                    .isEmpty()) {
                throw new InputException("There is no server to copy to: write database into " + HistorySettings.FILE
                        + ", such as jdbc:postgresql://db.example/assay");
            }
            var here = Histories.of(workbench.root(), session.keys());
            try (var local = here.local("assay history upload", session.terminal()::note)) {
                Uploaded uploaded = local.keeper().upload(workbench.history().keeper());
                session.print(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("runs", uploaded.runs())
                                .put("calls", uploaded.calls()),
                        List.of("Copied " + uploaded.runs() + " runs and " + uploaded.calls()
                                + " calls that were not there yet"));
            }
        }
    }
}
