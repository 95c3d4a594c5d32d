package dev.assay.cli.prompts.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.registry.git.IndexLock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code assay prompts unlock}: removes a lock that a crashed program left. */
@Command(
        name = "unlock",
        description = "Removes the lock that a crashed git program left behind. Make sure first that none is running.")
public final class PromptsUnlockCommand implements Runnable {
    private final Session session;

    public PromptsUnlockCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Optional<IndexLock> lock = workbench.registry().lock();
            String text = lock.map(
                            held -> "Removed " + held.path() + ", which was held for " + held.ageInWords(Instant.now()))
                    .orElse("Git is not locked here");
            lock.ifPresent(IndexLock::remove);
            session.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put(
                                    "removed",
                                    lock.map(held -> held.path().toString()).orElse(null)),
                    List.of(text));
        }
    }
}
