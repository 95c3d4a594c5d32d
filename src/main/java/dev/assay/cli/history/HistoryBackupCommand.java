package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Megabytes;
import dev.assay.cli.session.Session;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay history backup}: writes a copy of the whole history. */
@Command(
        name = "backup",
        description = "Writes the whole history into a zip file, also while a run goes on. An encrypted history stays"
                + " encrypted in it.")
final class HistoryBackupCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "A zip file that is not there yet.")
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private Path file;

    HistoryBackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            long bytes = workbench.history().keeper().backup(file);
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("backup", file.toString())
                            .put("bytes", bytes),
                    List.of("Backed up into " + file + ", " + Megabytes.of(bytes)));
        }
    }
}
