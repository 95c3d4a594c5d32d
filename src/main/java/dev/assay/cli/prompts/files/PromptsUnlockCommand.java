package dev.assay.cli.prompts.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.registry.lock.IndexLock;
import dev.assay.registry.lock.LockHolder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay prompts unlock}: removes a lock that a crashed program left. */
@Command(
        name = "unlock",
        description = "Removes the lock that a crashed git program left behind. Make sure first that none is running.")
public final class PromptsUnlockCommand implements Runnable {
    private final Session session;

    @Option(
            names = {"-f", "--force"},
            description = "Remove it even while a git program is at work here.")
    private boolean force;

    public PromptsUnlockCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            Optional<IndexLock> lock = workbench.registry().lock();
            lock.ifPresent(this::requireNobodyAtWork);
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

    private void requireNobodyAtWork(IndexLock lock) {
        List<LockHolder> holders = force ? List.of() : lock.holders();
        if (!holders.isEmpty()) {
            throw new InputException(lock.path() + " may be held by "
                    + holders.stream()
                            .map(holder -> holder.program() + " (process " + holder.process() + ")")
                            .collect(Collectors.joining(", "))
                    + ": wait for it to finish, or remove the lock with --force");
        }
    }
}
