package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay history decrypt}: makes the file readable without a passphrase. */
@Command(
        name = "decrypt",
        description = "Makes an encrypted history readable without its passphrase, which must be given this once.")
final class HistoryDecryptCommand implements Runnable {
    private final Session session;

    HistoryDecryptCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            workbench.history().keeper().decrypt();
            session.print(
                    JsonNodeFactory.instance.objectNode().put("encrypted", false),
                    List.of("The history is not encrypted any more"));
        }
    }
}
