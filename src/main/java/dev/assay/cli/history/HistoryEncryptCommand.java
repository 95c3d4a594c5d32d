package dev.assay.cli.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code assay history encrypt}: makes the file readable with a passphrase alone. */
@Command(
        name = "encrypt",
        description =
                "Encrypts the history with the passphrase ASSAY_HISTORY_PASSPHRASE, an environment variable or a key"
                        + " that was kept with: assay keys set ASSAY_HISTORY_PASSPHRASE. Without it the history cannot be read any more.")
final class HistoryEncryptCommand implements Runnable {
    private final Session session;

    HistoryEncryptCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            workbench.history().keeper().encrypt();
            session.print(
                    JsonNodeFactory.instance.objectNode().put("encrypted", true),
                    List.of(
                            "The history is encrypted. Keep the passphrase safe: nobody can read the history without it"));
        }
    }
}
