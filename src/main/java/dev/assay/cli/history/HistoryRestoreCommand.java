package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code assay history restore}: puts a backup in the place of the history. */
@Command(
        name = "restore",
        description = "Puts a backup in the place of the history. The history as it was before is kept beside it under"
                + " another name.")
final class HistoryRestoreCommand implements Runnable {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "What assay history backup wrote.")
    @SuppressWarnings("NullAway.Init") // the parser sets it
    private Path file;

    HistoryRestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Path before = workbench.history().keeper().restore(file);
            int runs = workbench.history().runs(Integer.MAX_VALUE).size();
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("restored", file.toString())
                            .put("before", before == null ? null : before.toString())
                            .put("runs", runs),
                    List.of("Put back " + file + ", with " + runs + " runs"
                            + (before == null ? "" : "; the history as it was before is " + before)));
        }
    }
}
