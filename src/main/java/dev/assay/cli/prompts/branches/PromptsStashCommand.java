package dev.assay.cli.prompts.branches;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.exchange.results.content.Figures;
import dev.assay.llm.InputException;
import dev.assay.registry.branch.Stash;
import dev.assay.workbench.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay prompts stash}: changes put aside. */
@Command(name = "stash", description = "Puts changes aside that are not committed, and brings them back.")
public final class PromptsStashCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What the changes are.")
    private @Nullable String message;

    @Option(names = "--list", description = "List what was put aside, newest first.")
    private boolean list;

    @Option(names = "--apply", paramLabel = "N", description = "Bring stash N back and keep it; 0 is the newest.")
    private @Nullable Integer apply;

    @Option(names = "--drop", paramLabel = "N", description = "Throw stash N away.")
    private @Nullable Integer drop;

    public PromptsStashCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if ((message == null ? 0 : 1) + (list ? 1 : 0) + (apply == null ? 0 : 1) + (drop == null ? 0 : 1) > 1) {
            throw new InputException("Give only one of --message, --list, --apply and --drop");
        }
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(false);
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            var lines = new ArrayList<String>();
            int status = ExitStatus.DONE;
            if (list) {
                list(repository.stashes(), document, lines);
            } else if (apply != null) {
                repository.applyStash(apply);
                document.put("applied", apply);
                lines.add("Brought back stash " + apply + "; it stays in the list until --drop " + apply);
                status = ConflictReport.add(repository, document, lines);
            } else if (drop != null) {
                repository.dropStash(drop);
                document.put("dropped", drop);
                lines.add("Dropped stash " + drop);
            } else {
                list(List.of(repository.stash(message == null ? "work in progress" : message)), document, lines);
            }
            session.print(document, lines);
            return status;
        }
    }

    private static void list(List<Stash> stashes, ObjectNode document, List<String> lines) {
        var array = document.putArray("stashes");
        for (Stash stash : stashes) {
            array.addObject()
                    .put("index", stash.index())
                    .put("message", stash.message())
                    .put("time", stash.time().toString());
            lines.add(stash.index() + "  " + Figures.localTime(stash.time()) + "  " + Printable.of(stash.message()));
        }
    }
}
